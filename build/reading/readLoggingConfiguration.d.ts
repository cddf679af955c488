import type { Connection } from "../aws/clients";
import { type GetLoggingConfigurationResult } from "../room/loggingConfiguration";
import type { Run } from "./run";
/** Reads one logging configuration by its ARN, once for all of a run who ask for it. Throws a RoomReadError. */
export declare function readLoggingConfiguration(run: Run, connection: Connection, arn: string, notBefore?: number): Promise<GetLoggingConfigurationResult>;
