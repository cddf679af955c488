/** Once for `npm run test:unit`: nothing is built or set up, and a test that needs the engine says where it belongs. */
export default function unitSetup(): void {
  process.env.PULUMI_IVSCHAT_NO_ENGINE =
    "`npm run test:unit` has no engine: a file that uses it is named *.engine.test.ts.";
}
