import { withEnvironment } from "./environment";
import { ivschat } from "./packages";
import { ConnectionProblem } from "./problem";
import type { ConnectionSettings } from "./settings";
import { sharedFiles } from "./sharedFiles";

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
  for (const files of sharedFiles(settings)) {
    const region = await withEnvironment(
      { AWS_CONFIG_FILE: files.configFilepath, AWS_SHARED_CREDENTIALS_FILE: files.filepath },
      () => regionOf(settings.profile),
    );
    if (region) return region;
  }
  return undefined;
}

// The SDK's own reading of the shared files: a client without a region looks for its profile's.
async function regionOf(profile: string | undefined): Promise<string | undefined> {
  const { IvschatClient } = ivschat();
  const client = new IvschatClient(profile === undefined ? {} : { profile });
  try {
    return await client.config.region();
  } catch {
    return undefined;
  } finally {
    client.destroy();
  }
}
