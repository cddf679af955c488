/** Shows a passing line in the engine's console, or a warning that stays, from the provider's process. */
export declare function engineLog(line: string, isWarning?: boolean): void;
