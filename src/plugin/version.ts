import { version as packageVersion } from "../../package.json";

/** The version of the package, which is the plugin's too. */
export const version: string = packageVersion;
