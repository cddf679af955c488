import { Connections } from "../aws/clients";
import { Progress } from "./progress";
import type { SharedRead } from "./shared";
/** How reads behave, as the stack's `ivschat:` configuration has it. */
export interface RunSettings {
    /** Requests a second for each operation, account and region, in place of the published quota. */
    readonly requestsPerSecond?: number | undefined;
    /** Whether each recorded room is read by a GetRoom of its own. */
    readonly readEach?: boolean | undefined;
    /** Seconds until a connection must be there; 5. */
    readonly connectTimeout?: number | undefined;
    /** Seconds until a request must be answered; 15. */
    readonly requestTimeout?: number | undefined;
    /** Seconds that a whole read may take, waiting for the quota not counted; 60. */
    readonly readTimeout?: number | undefined;
}
/**
 * What the reads of one run share: one preview or update of a program, or one process of the provider. Nothing of it outlives the run,
 * so the next one sees each room as it is then.
 */
export declare class Run {
    readonly settings: RunSettings;
    private readonly report;
    readonly connections: Connections;
    readonly requestMs: number;
    readonly readMs: number;
    readonly progress: Progress;
    /** What was read or is being read, by what it is. */
    readonly reads: Map<string, SharedRead<unknown>>;
    /** Places that answered at least once, and what happened at those that never did. */
    readonly answered: Set<string>;
    readonly unreachable: Map<string, unknown>;
    private readonly warned;
    constructor(settings: RunSettings, report: (line: string, isWarning?: boolean) => void);
    /** Warns of something, once. */
    warn(line: string): void;
}
