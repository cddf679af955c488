import { sharedIniFileLoader } from "./packages";
import type { ConnectionSettings } from "./settings";

/** A profile from the shared files, with the AWS CLI's keys. */
export type Profile = Readonly<Record<string, string | undefined>>;

/** The paths of a credentials file and a config file, with the SDK's names. Each defaults to the usual path. */
export interface SharedFiles {
  readonly filepath?: string;
  readonly configFilepath?: string;
}

/** The profile from the settings or the environment. */
export function namedProfile(settings: ConnectionSettings): string | undefined {
  return settings.profile ?? (process.env.AWS_PROFILE || process.env.AWS_DEFAULT_PROFILE || undefined);
}

export class Profiles {
  private constructor(
    private readonly profiles: ReadonlyMap<string, Profile>,
    private readonly filesByProfile: ReadonlyMap<string, SharedFiles>,
  ) {}

  /**
   * Reads the files, without the SDK's cache. As in the AWS CLI and in Pulumi's AWS provider, a key in a later file overrides the same key
   * in an earlier one, and credentials files override config files.
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

  /** The files that contain a profile, for SDK functions that read them again. */
  filesOf(name: string): SharedFiles {
    return this.filesByProfile.get(name) ?? {};
  }
}

function pairsOf({ sharedConfigFiles = [], sharedCredentialsFiles = [] }: ConnectionSettings): SharedFiles[] {
  const count = Math.max(sharedConfigFiles.length, sharedCredentialsFiles.length, 1);
  // The last path is repeated if there are fewer files of this kind.
  const at = (paths: readonly string[], index: number) => paths[Math.min(index, paths.length - 1)];
  return Array.from({ length: count }, (_, index) => {
    const configFilepath = at(sharedConfigFiles, index);
    const filepath = at(sharedCredentialsFiles, index);
    return { ...(filepath ? { filepath } : {}), ...(configFilepath ? { configFilepath } : {}) };
  });
}
