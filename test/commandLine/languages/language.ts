import type { ProjectOptions } from "../../support/project";

/** A file of a project by its name, with its text. */
export type Files = Readonly<Record<string, string>>;

/** A language in which programs use the plugin, and the programs of the tests in it. */
export interface Language {
  readonly name: string;
  /** Skips the tests if set-up could not provide the language. */
  readonly describe: jest.Describe;
  /** The options of a project with a program. */
  readonly project: (program: Files, options?: Partial<ProjectOptions>) => ProjectOptions;
  readonly programs: Programs;
}

/** The same programs in each language. They have the same resources and outputs. */
export interface Programs {
  /** Tracks a room as `lobby`, reads it by the resource's ARN, and passes its limit to a parameter `limit`. */
  readonly tracking: (room: string) => Files;
  /** Reads and tracks the room whose name is the region in the ARN of a parameter that does not exist before the first update. */
  readonly waiting: () => Files;
  /** Reads and tracks a room, both with the default provider and with the explicit provider `other`. */
  readonly withProviders: (room: string, endpoints: readonly object[]) => Files;
  /**
   * Reads and tracks the room of the configuration `room`, which is a secret, and tracks another room with an explicit provider whose keys are
   * the secrets `accessKey` and `secretKey`.
   */
  readonly withSecrets: (otherRoom: string) => Files;
  /** Imports a room as `lobby`. */
  readonly importing: (room: string) => Files;
  /** Tracks the room with a name. */
  readonly byName: (name: string) => Files;
  /** Reads a room with an argument that no room has. */
  readonly misspelt: (room: string) => Files;
}
