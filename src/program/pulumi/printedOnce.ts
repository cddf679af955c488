/**
 * An error that only the engine prints. Pulumi's dynamic-provider server prints errors that `read` throws too (`console.error`, with the
 * stack), so that line is suppressed. If Pulumi changes how it prints, that line comes back (shown by the test `get`).
 */
export function printedOnce(message: string, cause: unknown): Error {
  suppress();
  const error = new Error(message, { cause });
  error.stack = "";
  error.toString = () => mark;
  return error;
}

const mark = "pulumi-ivschat: the engine shows this error";
let isSuppressed = false;

function suppress(): void {
  if (isSuppressed) return;
  isSuppressed = true;
  const print = console.error.bind(console);
  console.error = (...values: unknown[]) => {
    if (values[0] !== `${mark}: `) print(...values);
  };
}
