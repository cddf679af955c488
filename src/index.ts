export type {
  AssumeRoleArgs,
  ConnectionArgs,
  GetRoomArgs,
  GetRoomOutputArgs,
  RoomByIdentifier,
  RoomByName,
  RoomByTags,
} from "./arguments/room";
export type { ExistingRoomArgs, ExistingRoomConnectionArgs } from "./program/existingRoom/args";
export { ExistingRoom } from "./program/existingRoom/existingRoom";
export { findRoom, findRoomOutput } from "./program/functions/findRoom";
export {
  getLoggingConfiguration,
  getLoggingConfigurationOutput,
  type GetLoggingConfigurationArgs,
  type GetLoggingConfigurationOutputArgs,
} from "./program/functions/getLoggingConfiguration";
export { getRoom, getRoomOutput } from "./program/functions/getRoom";
export {
  getRooms,
  getRoomsOutput,
  type GetRoomsArgs,
  type GetRoomsOutputArgs,
  type GetRoomsResult,
} from "./program/functions/getRooms";
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
export type { FallbackResult, GetRoomResult, MessageReviewHandler } from "./room/room";
