export type { AssumeRoleArgs, ConnectionArgs } from "./arguments/connection";
export type { GetLoggingConfigurationArgs } from "./arguments/loggingConfiguration";
export type { GetRoomArgs, RoomByIdentifier, RoomByName, RoomByTags } from "./arguments/room";
export type { GetRoomsArgs } from "./arguments/rooms";
export type { ExistingRoomArgs, ExistingRoomConnectionArgs } from "./program/existingRoom/args";
export { ExistingRoom } from "./program/existingRoom/existingRoom";
export { findRoom, findRoomOutput } from "./program/functions/findRoom";
export {
  getLoggingConfiguration,
  getLoggingConfigurationOutput,
  type GetLoggingConfigurationOutputArgs,
} from "./program/functions/getLoggingConfiguration";
export { getRoom, getRoomOutput, type GetRoomOutputArgs } from "./program/functions/getRoom";
export { getRooms, getRoomsOutput, type GetRoomsOutputArgs } from "./program/functions/getRooms";
export { requireRoom } from "./program/requireRoom";
export {
  AccessDeniedError,
  AmbiguousRoomError,
  CredentialsError,
  IncompleteRoomError,
  InvalidRoomIdentifierError,
  RoomNotFoundError,
  RoomReadError,
  ThrottledError,
  type RoomReadErrorDetails,
} from "./errors";
export type { GetLoggingConfigurationResult, LoggingDestination } from "./room/loggingConfiguration";
export type { FallbackResult, GetRoomResult, GetRoomsResult, MessageReviewHandler } from "./room/room";
