import type { ConnectionSettings } from "./settings";

/** A pair of shared files, by the SDK's names; without one of them, it is at its usual place. */
export interface SharedFiles {
  readonly filepath?: string;
  readonly configFilepath?: string;
}

/**
 * The pairs of shared files to look into, in order. The SDK reads one pair; of several in the settings a later one comes before an
 * earlier one, as in the AWS CLI.
 */
export function sharedFiles(settings: ConnectionSettings): readonly SharedFiles[] {
  const { sharedConfigFiles = [], sharedCredentialsFiles = [] } = settings;
  const count = Math.max(sharedConfigFiles.length, sharedCredentialsFiles.length, 1);
  const at = (list: string[], index: number) => list[Math.min(index, list.length - 1)];
  return Array.from({ length: count }, (_, index) => {
    const configFilepath = at(sharedConfigFiles, index);
    const filepath = at(sharedCredentialsFiles, index);
    return { ...(filepath ? { filepath } : {}), ...(configFilepath ? { configFilepath } : {}) };
  }).reverse();
}
