/** Parses `1h30m`, `900s`, or a number of seconds. Returns undefined for any other value. */
export function secondsOf(duration: unknown): number | undefined {
  const match = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s?)?$/.exec(String(duration));
  const [, hours, minutes, seconds] = match ?? [];
  const total = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return total > 0 ? total : undefined;
}
