/**
 * Says, every two seconds, how far work is that takes longer than that, and what it waits for; nothing where that is as it was.
 *
 * How much is left is known only where several rooms are asked for at once, as functions do. The engine asks for one ExistingRoom after
 * another, and tells nobody how many are to come: there, only what was read is said.
 */
export declare class Progress {
    private readonly report;
    private rooms;
    private readonly waits;
    private underWay;
    private busySince;
    private idleSince;
    private timer;
    private told;
    constructor(report: (line: string) => void);
    /** Follows one read of a room until it is done. */
    follow<T>(read: () => Promise<T>): Promise<T>;
    /** Follows one request, which says what it waits for. */
    watch<T>(request: (waitFor: (what: string) => void) => Promise<T>): Promise<T>;
    private begin;
    private end;
    private readonly tell;
    private state;
}
