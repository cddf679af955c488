import { ConnectionProblem } from "./problem";
import { namedProfile, Profiles } from "./profiles";
import type { ConnectionSettings } from "./settings";

/**
 * The region to read in. The first of these that is there: the ARN's; the argument `region`, which is among the settings; the explicit
 * provider's or the stack's; AWS_REGION; AWS_DEFAULT_REGION; the profile's. Throws a ConnectionProblem.
 */
export async function regionFor(settings: ConnectionSettings, arnRegion?: string): Promise<string> {
  if (arnRegion !== undefined) return checkedRegion(arnRegion, "arn");
  const region = await configuredRegion(settings);
  if (region) return checkedRegion(region, "settings");
  throw new ConnectionProblem("region", noRegion);
}

/**
 * Checks the form of a region, because it becomes part of a host name. An ARN's region must be in the partition `aws`, the only one with
 * rooms, so that an untrusted ARN cannot send signed requests to another partition's servers.
 */
export function checkedRegion(region: string, origin: "settings" | "arn"): string {
  const form =
    origin === "arn" ? /^(?!cn-)[a-z]{2}-[a-z]{1,20}-\d{1,2}$/ : /^[a-z]{2,4}(-[a-z]{1,20}){1,2}-\d{1,2}$/;
  if (form.test(region)) return region;
  throw new ConnectionProblem(
    "region",
    `${JSON.stringify(region.slice(0, 60))} is not the name of an AWS region${origin === "arn" ? " in the ARN's partition" : ""}, like eu-west-1`,
  );
}

/** The region from the settings, the environment or the profile, whatever the ARN; undefined if none of them has one. */
export async function configuredRegion(settings: ConnectionSettings): Promise<string | undefined> {
  const region = settings.region ?? (process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION);
  if (region) return region;
  const profiles = await Profiles.load(settings);
  return profiles.get(namedProfile(settings) ?? "default")?.region || undefined;
}

const noRegion =
  "no AWS region is configured; set the argument `region`, the region of the aws.Provider given as `provider`, the stack's " +
  "configuration (pulumi config set aws:region eu-west-1), AWS_REGION or AWS_DEFAULT_REGION, or the region of the AWS profile";
