export default function globalSetup(): void {
  // placeholder until the engine harness lands
}
