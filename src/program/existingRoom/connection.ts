import * as pulumi from "@pulumi/pulumi";
import { settingsOfProvider, type ProviderSettings } from "../providerSettings";
import { outputOf } from "../pulumi/outputs";
import { defined, type ConnectionSettings } from "../../aws/settings";
import type { ExistingRoomConnectionArgs } from "./args";
import type { RecordedProvider } from "../../tracking/properties";
import { unknownValue } from "../../room/markers";

/**
 * Returns the connection settings to record: the arguments, and the settings of an explicit provider. For ExistingRoom.get, `isRead` is
 * true, and the settings have no dependencies. Otherwise, the engine would not read the room until the dependencies are created.
 */
export function recordedConnection(
  args: ExistingRoomConnectionArgs,
  provider: pulumi.ProviderResource | undefined,
  isRead: boolean,
): pulumi.Input<object> | undefined {
  const given = defined({ ...args });
  if (provider === undefined) return Object.keys(given).length === 0 ? undefined : given;
  const settings = settingsOfProvider(provider);
  const none = () => new Set<pulumi.Resource>();
  const resources = isRead ? Promise.resolve(none()) : settings.then((read) => read.resources, none);
  return { ...given, provider: outputOf(recordedProvider(settings), resources) };
}

async function recordedProvider(read: Promise<ProviderSettings>): Promise<object> {
  try {
    const { settings, unknown, secret } = await read;
    rejectCredentials(settings);
    const recorded: Record<string, unknown> = { ...settings };
    // Encrypts only the secret settings, so that the others are readable in the state.
    for (const name of secret) recorded[name] = pulumi.secret(settings[name]);
    for (const name of unknown) recorded[name] = unknownValue;
    return secret.length === 0 ? recorded : { ...recorded, secrets: secret };
  } catch (error) {
    // Do not throw: the program would hang. The resource's check reports the problem instead.
    return { problem: (error as Error).message } satisfies RecordedProvider;
  }
}

function rejectCredentials(settings: ConnectionSettings): void {
  const { accessKey, secretKey, token, assumeRoleWithWebIdentity, httpProxy, httpsProxy } = settings;
  if (accessKey !== undefined || secretKey !== undefined || token !== undefined) {
    reject("static keys (accessKey, secretKey, token)");
  }
  if (assumeRoleWithWebIdentity?.webIdentityToken !== undefined) {
    reject("a web identity token (webIdentityToken; webIdentityTokenFile can be recorded)");
  }
  if ([httpProxy, httpsProxy].some((proxy) => proxy?.includes("@"))) reject("a proxy with a password");
  const endpoints = [settings.ivschatEndpoint, settings.stsEndpoint, settings.ssoEndpoint];
  if (endpoints.some((endpoint) => endpoint?.includes("@"))) reject("an endpoint with a password");
}

function reject(what: string): never {
  throw new Error(
    `an ExistingRoom cannot use an aws.Provider with ${what}, because its settings are recorded in the state; ` +
      "give the provider a `profile` or `assumeRoles`, put the keys into the stack's configuration (pulumi config set --secret " +
      "aws:secretKey) or the environment, or read the room with getRoomOutput, which records nothing",
  );
}
