/**
 * Text as an error message holds it: one line of at most so many characters, without control characters, directional marks or anything
 * else that a terminal obeys or does not show. Of a long text no more than its beginning is looked at.
 */
export declare function oneLine(text: string, most?: number): string;
/** JSON in which every character that a terminal obeys, or does not show, is written as its number. */
export declare function escaped(json: string): string;
