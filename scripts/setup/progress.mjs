/** One line of progress. Always on stderr: stdout is for what --print-engine-path prints. */
export function say(line) {
  process.stderr.write(`setup: ${line}\n`);
}

/** Runs a step that takes a while: says what starts, and how long it took when it ended well. */
export async function timed(what, step) {
  const start = Date.now();
  say(what);
  const result = await step();
  say(`done in ${duration(Date.now() - start)}`);
  return result;
}

/** A failure that set-up foresees, so that its message is all there is to say. */
export function expected(message) {
  return Object.assign(new Error(message), { expected: true });
}

/** Runs a step without which some tests are skipped. If it fails, says so. A run of all tests in CI must not pass without it. */
export async function orSkip(without, tests, step) {
  try {
    await step();
  } catch (error) {
    const line = `${without} (${error.message}), the tests of ${tests} are skipped`;
    if (process.env.CI === "true") throw expected(`${line}, and CI=true allows no test to be skipped`);
    say(line);
  }
}

export function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
