import { createEngine, type Engine, type EngineOptions } from "./engine";

/** An engine for the tests of a file: made before the first of them, closed after the last. */
export function engineOfTheFile(options?: EngineOptions): Pick<Engine, "stack" | "folder"> {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine(options);
  });
  afterAll(() => engine.close());
  return {
    stack: (of) => engine.stack(of),
    get folder() {
      return engine.folder;
    },
  };
}
