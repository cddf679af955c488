import { sharedIniFileLoader } from "./packages";
import type { ConnectionSettings } from "./settings";

/** A profile of the shared files, by the AWS CLI's keys. */
export type Profile = Readonly<Record<string, string | undefined>>;

/** A pair of shared files, by the SDK's names; without one of them, it is at its usual place. */
export interface SharedFiles {
  readonly filepath?: string;
  readonly configFilepath?: string;
}

/** The profile that the settings or the environment name. */
export function namedProfile(settings: ConnectionSettings): string | undefined {
  return settings.profile ?? (process.env.AWS_PROFILE || process.env.AWS_DEFAULT_PROFILE || undefined);
}

/** The profiles of the shared files that the settings name, or of those at their usual places. */
export class Profiles {
  private constructor(
    private readonly profiles: ReadonlyMap<string, Profile>,
    private readonly homes: ReadonlyMap<string, SharedFiles>,
  ) {}

  /**
   * Reads the files anew. As in the AWS CLI and in Pulumi's AWS provider, a later file comes before an earlier one, and a credentials file
   * before a config file, key by key.
   */
  static async load(settings: ConnectionSettings): Promise<Profiles> {
    const { loadSharedConfigFiles } = sharedIniFileLoader();
    const profiles = new Map<string, Profile>();
    const homes = new Map<string, SharedFiles>();
    const pairs = pairsOf(settings);
    const loaded = await Promise.all(
      pairs.map((files) => loadSharedConfigFiles({ ...files, ignoreCache: true })),
    );
    for (const kind of ["configFile", "credentialsFile"] as const) {
      for (const [index, files] of loaded.entries()) {
        for (const [name, profile] of Object.entries(files[kind])) {
          profiles.set(name, { ...profiles.get(name), ...profile });
          if (kind === "configFile" || !homes.has(name)) homes.set(name, pairs[index] ?? {});
        }
      }
    }
    return new Profiles(profiles, homes);
  }

  get(name: string): Profile | undefined {
    return this.profiles.get(name);
  }

  /** The files that hold a profile, for what the SDK looks up there by itself. */
  filesOf(name: string): SharedFiles {
    return this.homes.get(name) ?? {};
  }
}

function pairsOf({ sharedConfigFiles = [], sharedCredentialsFiles = [] }: ConnectionSettings): SharedFiles[] {
  const count = Math.max(sharedConfigFiles.length, sharedCredentialsFiles.length, 1);
  const at = (list: readonly string[], index: number) => list[Math.min(index, list.length - 1)];
  return Array.from({ length: count }, (_, index) => {
    const configFilepath = at(sharedConfigFiles, index);
    const filepath = at(sharedCredentialsFiles, index);
    return { ...(filepath ? { filepath } : {}), ...(configFilepath ? { configFilepath } : {}) };
  });
}
