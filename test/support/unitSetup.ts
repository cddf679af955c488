/** Runs once for `npm run test:unit`. Does not install the engine. A test that needs the engine fails with a message. */
export default function unitSetup(): void {
  process.env.PULUMI_IVSCHAT_NO_ENGINE =
    "`npm run test:unit` has no engine: a file that uses it is named *.engine.test.ts.";
}
