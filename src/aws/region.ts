import { ConnectionProblem } from "./problem";
import { namedProfile, Profiles } from "./profiles";
import type { ConnectionSettings } from "./settings";

/** The region where neither an ARN nor an argument names one. Throws a ConnectionProblem where nothing does. */
export async function defaultRegion(settings: ConnectionSettings): Promise<string> {
  const region = await configuredRegion(settings);
  if (region) return region;
  throw new ConnectionProblem("region", nowhere);
}

/**
 * A region that is of the form of AWS's own, as a host name is made of it. An ARN's must be one of the partition `aws`, which is the only one
 * with rooms: whoever names a room does not choose another partition's servers.
 */
export function checkedRegion(region: string, origin: "settings" | "arn"): string {
  const form =
    origin === "arn" ? /^(?!cn-)[a-z]{2}-[a-z]{1,20}-\d{1,2}$/ : /^[a-z]{2,4}(-[a-z]{1,20}){1,2}-\d{1,2}$/;
  if (form.test(region)) return region;
  throw new ConnectionProblem(
    "region",
    `${JSON.stringify(region.slice(0, 60))} is not the name of an AWS region${origin === "arn" ? " of the ARN's partition" : ""}, like eu-west-1`,
  );
}

/** The region of the settings, of AWS_REGION or AWS_DEFAULT_REGION, then of the profile in the shared files. */
export async function configuredRegion(settings: ConnectionSettings): Promise<string | undefined> {
  const named = settings.region ?? (process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION);
  if (named) return named;
  const profiles = await Profiles.load(settings);
  return profiles.get(namedProfile(settings) ?? "default")?.region || undefined;
}

const nowhere =
  "no AWS region is known; it can come from the argument `region`, from the region of an aws.Provider given as `provider`, from the " +
  "stack's configuration (pulumi config set aws:region eu-west-1), from AWS_REGION or AWS_DEFAULT_REGION, or from the region of the " +
  "AWS profile";
