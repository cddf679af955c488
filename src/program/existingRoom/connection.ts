import * as pulumi from "@pulumi/pulumi";
import { settingsOfProvider, type ProviderSettings } from "../providerSettings";
import { outputOf } from "../pulumi/outputs";
import { defined, type ConnectionSettings } from "../../aws/settings";
import type { ExistingRoomConnectionArgs } from "./args";
import type { RecordedProvider } from "../../tracking/properties";
import { unknownValue } from "../../room/markers";

/**
 * What is recorded of how to reach a room: the arguments, and an explicit provider's settings but for its keys. `isRead` for
 * ExistingRoom.get, which does not depend on the provider: the engine would not read until that is created.
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
    refuseCredentials(settings);
    const recorded: Record<string, unknown> = { ...settings };
    // Each stays a secret by itself: the engine encrypts it, and the others can be read.
    for (const name of secret) recorded[name] = pulumi.secret(settings[name]);
    for (const name of unknown) recorded[name] = unknownValue;
    return secret.length === 0 ? recorded : { ...recorded, secrets: secret };
  } catch (problem) {
    // Thrown here, Pulumi would wait for ever for what depends on the resource; the resource's check says it instead.
    return { refused: (problem as Error).message } satisfies RecordedProvider;
  }
}

function refuseCredentials(settings: ConnectionSettings): void {
  const { accessKey, secretKey, token, assumeRoleWithWebIdentity, httpProxy, httpsProxy } = settings;
  if (accessKey !== undefined || secretKey !== undefined || token !== undefined) {
    refuse("static keys (accessKey, secretKey, token)");
  }
  if (assumeRoleWithWebIdentity?.webIdentityToken !== undefined) {
    refuse("a web identity token (webIdentityToken; webIdentityTokenFile can be recorded)");
  }
  if ([httpProxy, httpsProxy].some((proxy) => proxy?.includes("@"))) refuse("a proxy with a password");
  const endpoints = [settings.ivschatEndpoint, settings.stsEndpoint, settings.ssoEndpoint];
  if (endpoints.some((endpoint) => endpoint?.includes("@"))) refuse("an endpoint with a password");
}

function refuse(what: string): never {
  throw new Error(
    `an ExistingRoom cannot use an aws.Provider that holds ${what}: it would have to record them in the state. ` +
      "Give the provider a `profile` or `assumeRoles`, put the keys into the stack's configuration (pulumi config set --secret " +
      "aws:secretKey) or the environment, or read the room with getRoomOutput, which records nothing",
  );
}
