import { withEnvironment } from "./environment";
import { ivschat } from "./packages";
import { ConnectionProblem } from "./problem";
import type { ConnectionSettings } from "./settings";

/** The region where neither an ARN nor a setting names one: AWS_REGION, AWS_DEFAULT_REGION, then the profile's in the shared files. */
export async function defaultRegion(settings: ConnectionSettings): Promise<string> {
  const region = process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || (await profileRegion(settings));
  if (region) return region;
  throw new ConnectionProblem("region", nowhere);
}

const nowhere =
  "no AWS region is known; it can come from the argument `region`, from the region of an aws.Provider given as `provider`, from the " +
  "stack's configuration (pulumi config set aws:region eu-west-1), from AWS_REGION or AWS_DEFAULT_REGION, or from the region of the " +
  "AWS profile";

async function profileRegion(settings: ConnectionSettings): Promise<string | undefined> {
  const { sharedConfigFiles = [], sharedCredentialsFiles = [] } = settings;
  const environment = {
    AWS_CONFIG_FILE: sharedConfigFiles.at(-1),
    AWS_SHARED_CREDENTIALS_FILE: sharedCredentialsFiles.at(-1),
  };
  return withEnvironment(environment, async () => {
    // The SDK's own reading of the shared files: a client without a region looks for its profile's.
    const { IvschatClient } = ivschat();
    const client = new IvschatClient(settings.profile === undefined ? {} : { profile: settings.profile });
    try {
      return await client.config.region();
    } catch {
      return undefined;
    } finally {
      client.destroy();
    }
  });
}
