import { ivschat } from "../aws/packages";
import { performance } from "node:perf_hooks";
import type { Connection } from "../aws/clients";
import { parseRoomArn } from "../room/arn";
import { MalformedAnswer, roomFromAnswer } from "../room/fromAnswer";
import { warnOfTagsLeftOut } from "./tagsLeftOut";
import type { GetRoomResult } from "../room/room";
import { failureOf, type Subject } from "./failure";
import { request } from "./request";
import type { Run } from "./run";
import { shared } from "./shared";

/** Reads one room by its ARN, once for all of a run who ask for it. Throws a RoomReadError. */
export function readRoom(
  run: Run,
  connection: Connection,
  arn: string,
  notBefore = 0,
): Promise<GetRoomResult> {
  return shared(run, keyOf(connection, arn), notBefore, () =>
    run.progress.follow(async () => {
      await checkAccount(connection, arn);
      return request(run, connection, {
        operation: "GetRoom",
        accountId: parseRoomArn(arn)?.accountId,
        subject: subjectOf(connection, arn),
        command: () => new (ivschat().GetRoomCommand)({ identifier: arn }),
        read: ({ body }) => {
          const room = theRoom(arn, roomFromAnswer(body));
          warnOfTagsLeftOut(run, `room ${arn}`, body);
          return room;
        },
      });
    }),
  );
}

/** Throws a RoomReadError where the room's account is not one that the connection's settings allow. */
export async function checkAccount(connection: Connection, arn: string): Promise<void> {
  try {
    await connection.checkAccount(parseRoomArn(arn)?.accountId);
  } catch (error) {
    throw failureOf(error, subjectOf(connection, arn));
  }
}

/** Makes a room whose configuration is known from elsewhere the one that others of the run get. */
export function shareRoom(run: Run, connection: Connection, room: GetRoomResult): GetRoomResult {
  run.reads.set(keyOf(connection, room.arn), { startedAt: performance.now(), result: Promise.resolve(room) });
  return room;
}

/** The read of a room that somebody of the run has asked for already. */
export function sharedRoom(
  run: Run,
  connection: Connection,
  arn: string,
): Promise<GetRoomResult> | undefined {
  return run.reads.get(keyOf(connection, arn))?.result as Promise<GetRoomResult> | undefined;
}

function subjectOf(connection: Connection, arn: string): Subject {
  const { region, endpoint, profile } = connection;
  return { what: `room ${arn}`, identifier: arn, region, endpoint, profile, action: "ivschat:GetRoom" };
}

function keyOf(connection: Connection, arn: string): string {
  return `room ${arn} ${connection.key}`;
}

function theRoom(asked: string, room: GetRoomResult): GetRoomResult {
  if (room.arn !== asked) throw new MalformedAnswer("arn", room.arn, `${asked}, which was asked for,`);
  return room;
}
