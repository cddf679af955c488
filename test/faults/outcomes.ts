import { lobby, logs, room } from "./answers";
import type { Face } from "./faces";
import type { Outcome, Row } from "./table/row";

/** What a face shows of a row, where each has its own form of a value, and some their own idea of a room that is not there. */
export function outcomeFor({ fault, outcome }: Row, face: Face): Outcome | { readonly value: unknown } {
  if (fault === "ResourceNotFoundException") {
    if (face.name === "findRoom") return { value: undefined };
    // A listing that is not found does not say that no room has the name.
    if (face.operation === "ListRooms")
      return { error: "RoomReadError", message: /answered 404 ResourceNotFoundException: gone/ };
    // Without properties, and with an empty id, the engine takes it out of the state.
    if (face.name === "ExistingRoom's refresh") return { value: {} };
    // It was there when it was recorded.
    if (face.name === "ExistingRoom's up")
      return {
        error: "RoomNotFoundError",
        message:
          /there is no such room any more \(ResourceNotFoundException\); it was there .* `pulumi refresh` takes/,
      };
  }
  if ("error" in outcome) return outcome;
  if (face.operation === "GetLoggingConfiguration")
    return { value: expect.objectContaining({ arn: logs, ...outcome.value }) as unknown };
  const expected = { ...result, ...outcome.value };
  if (!face.isRecorded) return { value: expected };
  const { id, ...members } = expected;
  return { value: { ...members, roomId: id } };
}

const result = {
  ...room,
  id: lobby.slice(-12),
  createTime: "2026-01-01T00:00:00.000Z",
  updateTime: "2026-02-02T00:00:00.123Z",
};
