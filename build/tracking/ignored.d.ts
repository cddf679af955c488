import { type ProgramProperties, type RecordedProperties } from "./properties";
/** Whether the program ignores changes of what selects the room: then it stays the one that is recorded. */
export declare function isSelectionIgnored(news: ProgramProperties): boolean;
/** A room as it was read, but for the members whose changes the program ignores: those are as they are recorded. */
export declare function withIgnored(read: RecordedProperties, news: ProgramProperties): RecordedProperties;
