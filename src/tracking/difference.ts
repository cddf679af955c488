import { changedMembers, isEqual } from "../room/compare";
import { unknownValue } from "../room/markers";
import type { GetRoomResult } from "../room/room";
import { membersIn, recordedRoom, type Properties } from "./properties";
import { idOf } from "./secrets";

export interface Difference {
  readonly changes: boolean;
  readonly replaces: string[];
}

export function difference(id: string, olds: Properties, news: Properties): Difference {
  const room = recordedRoom(news);
  const isReplaced = olds.arn !== news.arn || (room !== undefined && id !== idOf(news));
  const isSame =
    room !== undefined &&
    !isReplaced &&
    changedMembers(membersIn(olds), room as GetRoomResult).length === 0 &&
    isEqual(olds.connection, news.connection) &&
    olds.__provider === news.__provider;
  return { changes: !isSame, replaces: isReplaced || news.arn === unknownValue ? ["arn"] : [] };
}
