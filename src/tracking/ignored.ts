import { isEqual } from "../room/compare";
import {
  isPlaceholder,
  propertyNames,
  type ProgramProperties,
  type PropertyName,
  type RecordedProperties,
} from "./properties";

/** Returns whether `ignoreChanges` contains `arn`, `roomId`, or an argument that selects the room. If so, the recorded room is kept. */
export function isSelectionIgnored(news: ProgramProperties): boolean {
  const { identifier, name, tags } = news.__lookup ?? {};
  if (identifier !== undefined && news.identifier === undefined) return true;
  if (isIgnored(news, "arn") || isIgnored(news, "roomId")) return true;
  if (name !== undefined && isIgnored(news, "name")) return true;
  return tags !== undefined && ignoredKeys(news, "tags", tags).length > 0;
}

/** Replaces the members in `ignoreChanges` with their recorded values. */
export function withIgnored(read: RecordedProperties, news: ProgramProperties): RecordedProperties {
  const kept = propertyNames
    .map((name) => [name, keptValue(news[name], read[name])] as const)
    .filter(([name, value]) => !isEqual(value, read[name]));
  if (kept.length === 0) return read;
  return { ...read, ...Object.fromEntries(kept), __ignored: kept.map(([name]) => name) };
}

function isIgnored(news: ProgramProperties, name: PropertyName): boolean {
  return news[name] !== undefined;
}

function keptValue(copied: unknown, read: unknown): unknown {
  if (copied === undefined) return read;
  if (!isPlaceholder(copied)) return copied;
  const { "": _, ...members } = copied;
  return { ...(read as object), ...members };
}

function ignoredKeys(news: ProgramProperties, name: "tags", keys: object): string[] {
  const copied = news[name];
  if (copied === undefined) return [];
  const all = Object.keys(keys);
  return isPlaceholder(copied) ? all.filter((key) => Object.hasOwn(copied, key)) : all;
}
