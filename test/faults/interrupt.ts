// A preview of a room, and of a function's read, at a server that says nothing: run and interrupted by interrupt.engine.test.ts.
import { ExistingRoom, getRoomOutput } from "../../src";
import { createEngine } from "../support/engine";
import { lobby } from "./answers";

async function main(): Promise<void> {
  const engine = await createEngine();
  const program = () => {
    new ExistingRoom("lobby", { identifier: lobby });
    return Promise.resolve({ room: getRoomOutput({ identifier: lobby }) });
  };
  const stack = await engine.stack({ program });
  await stack.preview();
}

void main();
