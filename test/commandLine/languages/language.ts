import type { ProjectOptions } from "../../support/project";

/** The text of each file of a project, by file name. */
export type Files = Readonly<Record<string, string>>;

/** A language for programs that use the plugin, and the test programs in this language. */
export interface Language {
  readonly name: string;
  /** Jest's `describe`, which skips the tests if the setup could not provide the language. */
  readonly describe: jest.Describe;
  /** Returns the options of a project with the given program. */
  readonly project: (program: Files, options?: Partial<ProjectOptions>) => ProjectOptions;
  readonly programs: Programs;
}

/** The programs of the tests. In each language, they have the same resources and outputs. */
export interface Programs {
  /** Tracks a room as `lobby`, reads it by the resource's ARN, and passes its limit to a parameter `limit`. */
  readonly tracking: (room: string) => Files;
  /** Creates an SSM parameter, and reads and tracks the room whose name is the region in the parameter's ARN. This name is unknown until the first update. */
  readonly waiting: () => Files;
  /** Reads and tracks a room, both with the default provider and with the explicit provider `other`. */
  readonly withProviders: (room: string, endpoints: readonly object[]) => Files;
  /**
   * Reads and tracks the room in the secret configuration value `room`. Tracks another room with an explicit provider, whose keys are the
   * secrets `accessKey` and `secretKey`.
   */
  readonly withSecrets: (otherRoom: string) => Files;
  /** Imports a room as `lobby`. */
  readonly importing: (room: string) => Files;
  /** Tracks the room with the given name. */
  readonly byName: (name: string) => Files;
  /** Tracks a room with an argument that does not exist. */
  readonly misspelt: (room: string) => Files;
}
