import type { LocalIvsChat } from "../../test/support/localIvsChat";

export interface Surroundings {
  /** For the projects; removed in the end. */
  readonly folder: string;
  readonly tarball: string;
  readonly env: Readonly<Record<string, string>>;
  readonly service: LocalIvsChat;
  /** Says what is done next. */
  readonly say: (what: string) => void;
}
