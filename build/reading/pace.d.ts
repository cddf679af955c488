/** A clock that a simulation can replace. */
export interface Clock {
    /** Seconds since some fixed moment. */
    now(): number;
    /** Calls back after so many seconds, unless cancelled. */
    after(seconds: number, callback: () => void): void;
}
/** The right to send one request, to be given back with what became of it. */
export interface Turn {
    /** Says that the request was answered, and whether it was refused as one too many. */
    answered(refused: boolean): void;
    /** Says that no request was sent, so that the next in line may. */
    unused(): void;
}
export declare const realClock: Clock;
/**
 * Lets requests of one operation, account and region wait their turn, in order, at the rate that the service allows.
 *
 * A token bucket of one second's worth, like the service's own. A request that is not answered yet may not have arrived yet, so its
 * token cannot have begun to come back; with that, requests never run ahead of the service's count. When one is refused all the same,
 * because others use the account too, the rate comes down by a part and grows back along a cubic curve: soon to just below where it
 * was refused, then slowly past it. It does not come down below a tenth of the quota: refusals that go on there are not for the rate.
 */
export declare class Pace {
    private readonly quota;
    private readonly clock;
    private rate;
    private level;
    private levelAt;
    private readonly waiting;
    private readonly underWay;
    private isTimerSet;
    private notBefore;
    private refusals;
    private refusedRate;
    private cutAt;
    private lastAnswer;
    constructor(quota: number, clock?: Clock);
    /** Waits until a request may be sent; one that was broken off may go again before others begin. */
    turn(isAgain?: boolean): Promise<Turn>;
    /** How many requests wait, and how many seconds they will take at this pace. */
    get queue(): {
        readonly length: number;
        readonly seconds: number;
    };
    /** Seconds since a request was last let through by the service. */
    get secondsWithoutProgress(): number;
    private get capacity();
    private grant;
    private refill;
    private inFlight;
    private accepted;
    private refused;
    private recover;
}
