import { lobby, logs, room } from "./answers";
import type { Face } from "./faces";
import type { Outcome, Row } from "./table/row";

/** Returns the expected result of a row for a face. Faces differ in the format of the result, and in how they report a missing room. */
export function outcomeFor({ fault, outcome }: Row, face: Face): Outcome | { readonly value: unknown } {
  if (fault === "ResourceNotFoundException") {
    if (face.whenMissing === "is undefined") return { value: undefined };
    // A ResourceNotFoundException for ListRooms does not prove that no room has the name.
    if (face.operation === "ListRooms")
      return { error: "RoomReadError", message: /answered 404 ResourceNotFoundException: gone/ };
    // The engine removes a resource that has no properties and an empty ID from the state.
    if (face.whenMissing === "is removed") return { value: {} };
    // The room existed when it was recorded.
    if (face.whenMissing === "is a deleted room")
      return {
        error: "RoomNotFoundError",
        message:
          /there is no such room \(ResourceNotFoundException\); it was deleted .* run `pulumi refresh`/,
      };
  }
  if ("error" in outcome) return outcome;
  if (face.operation === "GetLoggingConfiguration")
    return { value: expect.objectContaining({ arn: logs, ...outcome.value }) as unknown };
  const expected = { ...result, ...outcome.value };
  if (face.isEncoded) expected.tags = withoutProto(expected.tags);
  if (!face.isRecorded) return { value: expected };
  const { id, ...members } = expected;
  return { value: { ...members, roomId: id } };
}

function withoutProto({ ["__proto__"]: _, ...tags }: Record<string, string>): Record<string, string> {
  return tags;
}

const result = {
  ...room,
  tags: room.tags as Record<string, string>,
  id: lobby.slice(-12),
  createTime: "2026-01-01T00:00:00.000Z",
  updateTime: "2026-02-02T00:00:00.123Z",
};
