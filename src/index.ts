export type {
  AssumeRoleArgs,
  ConnectionArgs,
  GetRoomArgs,
  GetRoomOutputArgs,
  RoomByIdentifier,
  RoomByName,
  RoomByTags,
} from "./args";
export type { ExistingRoomArgs, ExistingRoomConnectionArgs } from "./existingRoom/args";
export { ExistingRoom } from "./existingRoom/existingRoom";
export { findRoom, findRoomOutput } from "./functions/findRoom";
export {
  getLoggingConfiguration,
  getLoggingConfigurationOutput,
  type GetLoggingConfigurationArgs,
  type GetLoggingConfigurationOutputArgs,
} from "./functions/getLoggingConfiguration";
export { getRoom, getRoomOutput } from "./functions/getRoom";
export {
  getRooms,
  getRoomsOutput,
  type GetRoomsArgs,
  type GetRoomsOutputArgs,
  type GetRoomsResult,
} from "./functions/getRooms";
export { requireRoom } from "./functions/requireRoom";
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
} from "./reading/errors";
export type { GetLoggingConfigurationResult, LoggingDestination } from "./room/loggingConfiguration";
export type { FallbackResult, GetRoomResult, MessageReviewHandler } from "./room/room";
