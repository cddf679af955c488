/**
 * Creates an error that is printed only by the engine. Pulumi's dynamic provider server also prints errors of `read`, with `console.error`.
 * This function suppresses that output. If Pulumi changes the format of the output, the error is printed twice (tested by `get`).
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
