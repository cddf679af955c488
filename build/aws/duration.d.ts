/** The seconds of `1h30m`, `900s`, or a plain number of seconds; undefined for anything else. */
export declare function secondsOf(duration: unknown): number | undefined;
