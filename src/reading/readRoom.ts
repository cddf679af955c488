import type { ServiceClient } from "../aws/clients";
import { ivschat } from "../aws/packages";
import { MalformedAnswer } from "../room/answer";
import { parseArn } from "../room/arn";
import { roomFromAnswer } from "../room/fromAnswer";
import type { GetRoomResult } from "../room/room";
import { checkAccount } from "./checkAccount";
import type { Subject } from "./failure";
import { request } from "./request";
import type { Run } from "./run";
import { warnOfTagsLeftOut } from "./tagsLeftOut";

/** Reads a room by its ARN, or returns the cached result of a read that started at `notBefore` or later. Throws a RoomReadError. */
export function readRoom(
  run: Run,
  client: ServiceClient,
  arn: string,
  notBefore = 0,
): Promise<GetRoomResult> {
  return run.shared(keyOf(client, arn), notBefore, () =>
    run.progress.follow(async () => {
      await checkRoomAccount(client, arn);
      return request(run, client, {
        operation: "GetRoom",
        accountId: accountOf(arn),
        subject: subjectOf(client, arn),
        command: () => new (ivschat().GetRoomCommand)({ identifier: arn }),
        parse: (answer) => {
          const room = roomFromAnswer(answer);
          if (room.arn !== arn) throw new MalformedAnswer("arn", room.arn, `${arn}, the requested ARN`);
          warnOfTagsLeftOut(run, `room ${arn}`, answer);
          return room;
        },
      });
    }),
  );
}

/** Throws a RoomReadError if the settings do not allow the account in the ARN. */
export function checkRoomAccount(client: ServiceClient, arn: string): Promise<void> {
  return checkAccount(client, accountOf(arn), subjectOf(client, arn));
}

/** Caches a recorded room that is known to be unchanged, so that this run sends no GetRoom request for it. */
export function shareRoom(run: Run, client: ServiceClient, room: GetRoomResult): GetRoomResult {
  run.share(keyOf(client, room.arn), Promise.resolve(room));
  return room;
}

/** Returns the room if this run has read it or is reading it. Otherwise, returns undefined. */
export function sharedRoom(run: Run, client: ServiceClient, arn: string): Promise<GetRoomResult> | undefined {
  return run.sharedResult(keyOf(client, arn));
}

function subjectOf({ region, endpoint, profile }: ServiceClient, arn: string): Subject {
  return { what: `room ${arn}`, identifier: arn, region, endpoint, profile, action: "ivschat:GetRoom" };
}

function keyOf(client: ServiceClient, arn: string): string {
  return `room ${arn} ${client.key}`;
}

function accountOf(arn: string): string | undefined {
  return parseArn(arn, "room")?.accountId;
}
