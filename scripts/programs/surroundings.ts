import type { LocalIvsChat } from "../../test/support/localIvsChat";

export interface Surroundings {
  /** The folder of the projects, which is removed at the end. */
  readonly folder: string;
  readonly tarball: string;
  readonly env: Readonly<Record<string, string>>;
  readonly service: LocalIvsChat;
  /** Prints the next step. */
  readonly say: (what: string) => void;
}
