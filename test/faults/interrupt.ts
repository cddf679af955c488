// Previews a program that reads from a server that never responds. interrupt.engine.test.ts runs this script and interrupts it.
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
