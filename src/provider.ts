// AN INTERFACE FOR EVER: the text in serializedProvider.ts, which lies in people's state, asks for this path and this name.
export { existingRoomProvider } from "./existingRoom/provider";
