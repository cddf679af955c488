import { markerKey, unknownValue } from "../../src/room/markers";

/** Special values in the wire format between the engine and a provider. */
export const unknown = unknownValue;
export const secret = (value: unknown) => ({ [markerKey]: "1b47061264138c4ac30d75fd1eb44270", value });
export const output = (members: object) => ({ [markerKey]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", ...members });
export const asset = { [markerKey]: "c44067f5952c0a294b673a41bacd8c17", text: "x" };
