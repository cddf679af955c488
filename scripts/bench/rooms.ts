/** The ARN of one of the rooms that are measured. */
export const roomArn = (index: number): string =>
  `arn:aws:ivschat:us-east-1:123456789012:room/Room${String(index).padStart(8, "0")}`;

/** Rooms for a local IVS Chat. */
export const roomsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ arn: roomArn(index) }));
