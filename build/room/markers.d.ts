/**
 * The key that makes an object one of Pulumi's own: a secret, an asset whose `uri` or `path` the engine opens, a reference to a resource.
 * It is a legal tag key.
 */
export declare const markerKey = "4dabf18193072939515e22adb298388d";
/**
 * Texts that the engine takes for a value that is not known yet, each of a type: string, boolean, number, array, object, asset, archive.
 * They are legal names and tag values.
 */
export declare const unknownTexts: ReadonlySet<string>;
/** Where a plain value (of JSON) holds something that Pulumi would take for one of its own; undefined where it is data alone. */
export declare function markerIn(value: unknown, path: string, depth?: number): string | undefined;
/** Whether a tag would be one of Pulumi's markers, and not what the room has. */
export declare function isMarkerTag(key: string, value: string): boolean;
