/**
 * An error that only the engine shows. Whatever `read` throws, Pulumi's dynamic-provider server prints too (`console.error`, with its
 * text and stack), which would be a second line; that line is left out. Should the server print it in another way, the line comes
 * back: a test on the engine shows it.
 */
export function printedOnce(message: string, cause: unknown): Error {
  leaveOut();
  const error = new Error(message, { cause });
  error.stack = "";
  error.toString = () => mark;
  return error;
}

const mark = "pulumi-ivschat: the engine shows this error";
let isLeftOut = false;

function leaveOut(): void {
  if (isLeftOut) return;
  isLeftOut = true;
  const print = console.error.bind(console);
  console.error = (...texts: unknown[]) => {
    if (texts[0] !== `${mark}: `) print(...texts);
  };
}
