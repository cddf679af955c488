import { sharedIniFileLoader } from "./packages";
import type { ConnectionSettings } from "./settings";

/** A profile in the shared AWS files. The keys are those of the AWS CLI, such as `role_arn`. */
export type Profile = Readonly<Record<string, string | undefined>>;

/** The paths of a credentials file (`filepath`) and a config file. The defaults are those of the SDK, such as `~/.aws/config`. */
export interface SharedFiles {
  readonly filepath?: string;
  readonly configFilepath?: string;
}

/** Returns the name of the profile in the settings or the environment. */
export function namedProfile(settings: ConnectionSettings): string | undefined {
  return settings.profile ?? (process.env.AWS_PROFILE || process.env.AWS_DEFAULT_PROFILE || undefined);
}

export class Profiles {
  private constructor(
    private readonly profiles: ReadonlyMap<string, Profile>,
    private readonly filesByProfile: ReadonlyMap<string, SharedFiles>,
  ) {}

  /**
   * Reads the shared AWS files, without the SDK's cache. As in Pulumi's AWS provider, keys in later files override keys in earlier files,
   * and keys in credentials files override keys in config files.
   */
  static async load(settings: ConnectionSettings): Promise<Profiles> {
    const { loadSharedConfigFiles } = sharedIniFileLoader();
    const profiles = new Map<string, Profile>();
    const filesByProfile = new Map<string, SharedFiles>();
    const pairs = pairsOf(settings);
    const loaded = await Promise.all(
      pairs.map((files) => loadSharedConfigFiles({ ...files, ignoreCache: true })),
    );
    for (const kind of ["configFile", "credentialsFile"] as const) {
      for (const [index, files] of loaded.entries()) {
        for (const [name, profile] of Object.entries(files[kind])) {
          profiles.set(name, { ...profiles.get(name), ...profile });
          if (kind === "configFile" || !filesByProfile.has(name))
            filesByProfile.set(name, pairs[index] ?? {});
        }
      }
    }
    return new Profiles(profiles, filesByProfile);
  }

  get(name: string): Profile | undefined {
    return this.profiles.get(name);
  }

  /** Returns the files that contain a profile, for SDK functions that read the files themselves. */
  filesOf(name: string): SharedFiles {
    return this.filesByProfile.get(name) ?? {};
  }
}

function pairsOf({ sharedConfigFiles = [], sharedCredentialsFiles = [] }: ConnectionSettings): SharedFiles[] {
  const count = Math.max(sharedConfigFiles.length, sharedCredentialsFiles.length, 1);
  // Repeats the last path if there are fewer files of one kind than of the other.
  const at = (paths: readonly string[], index: number) => paths[Math.min(index, paths.length - 1)];
  return Array.from({ length: count }, (_, index) => {
    const configFilepath = at(sharedConfigFiles, index);
    const filepath = at(sharedCredentialsFiles, index);
    return { ...(filepath ? { filepath } : {}), ...(configFilepath ? { configFilepath } : {}) };
  });
}
