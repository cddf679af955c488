// Serializes functions as @pulumi/aws does for the code of a Lambda function, runs the serialized code, and prints the results.
const pulumi = require("@pulumi/pulumi");
const ivschat = require("pulumi-ivschat");

async function main() {
  await pulumi.runtime.setMocks({
    call: () => ({}),
    newResource: ({ name }) => ({ id: name, state: { maximumMessageLength: 7 } }),
  });
  const limit = new ivschat.ExistingRoom("lobby", { name: "lobby" }).maximumMessageLength;
  const functions = [() => limit.get(), () => typeof ivschat.getRoom, () => ivschat.RoomNotFoundError.name];
  console.log(JSON.stringify(await Promise.all(functions.map(runFromText))));
}

async function runFromText(of) {
  const { text } = await pulumi.runtime.serializeFunction(of);
  const exports = {};
  new Function("exports", "require", text)(exports, require);
  return exports.handler();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
