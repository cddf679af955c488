import { version as packageVersion } from "../../package.json";

/** The version of the package and the plugin. */
export const version: string = packageVersion;
