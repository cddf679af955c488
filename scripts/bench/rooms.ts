/** Returns the ARN of a room of the benchmark. */
export const roomArn = (index: number): string =>
  `arn:aws:ivschat:us-east-1:123456789012:room/Room${String(index).padStart(8, "0")}`;

/** Returns rooms for the state of a local IVS Chat server. */
export const roomsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ arn: roomArn(index) }));
