/** Writes a line of progress to stderr, because stdout is reserved for the output of --print-engine-path. */
export function say(line) {
  process.stderr.write(`setup: ${line}\n`);
}

/** Runs a slow step. Reports the start of the step and, if it succeeds, its duration. */
export async function timed(what, step) {
  const start = Date.now();
  say(what);
  const result = await step();
  say(`done in ${duration(Date.now() - start)}`);
  return result;
}

/** Returns an error that the setup prints without a stack trace. */
export function expected(message) {
  return Object.assign(new Error(message), { expected: true });
}

/** Runs a step that some tests require. If the step fails, reports that these tests are skipped. Throws instead if CI=true. */
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
