import type { Connection } from "../aws/clients";
import { type Subject } from "./failure";
import { type Operation } from "./quota";
import type { Run } from "./run";
import { type Answer, type Command } from "./send";
/** A request to be made, and how a failure of it is told. */
export interface Request<T> {
    readonly operation: Operation;
    /** The account that is asked, where it is known. */
    readonly accountId?: string | undefined;
    readonly subject: Subject;
    /** Makes the SDK's command; anew for each attempt. */
    readonly command: () => Command;
    /** Reads the answer. What it throws as malformed is asked for once more. */
    readonly read: (answer: Answer) => T;
}
/**
 * Makes a request until it is answered: each attempt waits its turn, a refused one waits for the next, a broken one is made again.
 * Throws a RoomReadError.
 */
export declare function request<T>(run: Run, connection: Connection, asked: Request<T>): Promise<T>;
