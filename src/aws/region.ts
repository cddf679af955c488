import { ConnectionProblem } from "./problem";
import { namedProfile, Profiles } from "./profiles";
import type { ConnectionSettings } from "./settings";

/**
 * Returns the region of a read: the region in the ARN or, without an ARN, the configured region. Throws a ConnectionProblem if no region is
 * configured, or if the region is invalid.
 */
export async function regionFor(settings: ConnectionSettings, arnRegion?: string): Promise<string> {
  if (arnRegion !== undefined) return checkedRegion(arnRegion, "arn");
  const region = await configuredRegion(settings);
  if (region) return checkedRegion(region, "settings");
  throw new ConnectionProblem("region", noRegion);
}

/**
 * Validates a region, because it becomes part of a host name. A region in an ARN must be in the partition `aws`, the only partition with
 * IVS Chat: an untrusted ARN must not redirect signed requests to another partition.
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

/** Returns the region in the settings, the environment, or the profile, in this order. Returns undefined if none is set. */
export async function configuredRegion(settings: ConnectionSettings): Promise<string | undefined> {
  const region = settings.region ?? (process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION);
  if (region) return region;
  const profiles = await Profiles.load(settings);
  return profiles.get(namedProfile(settings) ?? "default")?.region || undefined;
}

const noRegion =
  "no AWS region is configured; set the argument `region`, the region of the aws.Provider given as `provider`, the stack's " +
  "configuration (pulumi config set aws:region eu-west-1), AWS_REGION or AWS_DEFAULT_REGION, or the region of the AWS profile";
