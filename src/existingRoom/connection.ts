import * as pulumi from "@pulumi/pulumi";
import { defined, readSettings, settingKeys, type ConnectionSettings } from "../connection/settings";
import type { ExistingRoomConnectionArgs } from "./args";
import type { RecordedProvider } from "./properties";

/** What is recorded of how to reach a room: the arguments, and an explicit provider's settings but for its keys. */
export function recordedConnection(
  args: ExistingRoomConnectionArgs,
  provider: pulumi.ProviderResource | undefined,
): pulumi.Input<object> | undefined {
  const given = defined({ ...args });
  if (provider === undefined) return Object.keys(given).length === 0 ? undefined : given;
  const members = provider as unknown as Record<string, unknown>;
  const settings = pulumi
    .output(Object.fromEntries(settingKeys.map((key) => [key, members[key]])))
    .apply((values: Record<string, unknown>): RecordedProvider => {
      try {
        return withoutKeys(readSettings((key) => values[key], "the aws.Provider"));
      } catch (problem) {
        // Thrown here, Pulumi would wait for ever for what depends on the resource; the resource's check says it instead.
        return { refused: (problem as Error).message };
      }
    });
  // A provider's keys are secret, and with them all that is made of it; what is left has none.
  return { ...given, provider: pulumi.unsecret(settings) };
}

function withoutKeys(settings: ConnectionSettings): ConnectionSettings {
  const { accessKey, secretKey, token, ...rest } = settings;
  if (accessKey !== undefined || secretKey !== undefined || token !== undefined) {
    refuse("static keys (accessKey, secretKey, token)");
  }
  if (rest.assumeRoleWithWebIdentity?.webIdentityToken !== undefined) {
    refuse("a web identity token (webIdentityToken; webIdentityTokenFile can be recorded)");
  }
  for (const proxy of [rest.httpProxy, rest.httpsProxy]) {
    if (proxy !== undefined && /\/\/[^/]*@/.test(proxy)) refuse("a proxy with a password");
  }
  return rest;
}

function refuse(what: string): never {
  throw new Error(
    `an ExistingRoom cannot use an aws.Provider that holds ${what}: it would have to record them in the state. ` +
      "Give the provider a `profile` or `assumeRoles`, put the keys into the stack's configuration (pulumi config set --secret " +
      "aws:secretKey) or the environment, or read the room with getRoomOutput, which records nothing",
  );
}
