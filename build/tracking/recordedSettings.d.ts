import type { ConnectionSettings } from "../aws/settings";
import type { Lookup, RecordedConnection, RecordedProvider } from "./properties";
/** The settings of a recorded provider that are known. */
export declare function knownSettings(provider: RecordedProvider): ConnectionSettings;
/** Whether something of the connection is not known yet that bears on a read of this room. */
export declare function isConnectionUnknown(connection: RecordedConnection | undefined, { identifier }: Lookup): boolean;
