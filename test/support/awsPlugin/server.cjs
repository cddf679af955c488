// A stand-in for the AWS plugin: it takes whatever it is given and answers with the same. With it the real @pulumi/aws, its Provider class
// included, runs on the real engine without AWS.
const { randomUUID } = require("node:crypto");

// As its command gives it: the place of the @pulumi/pulumi to use, and the version to be.
const [, , pulumi, version] = process.argv;
const requirePulumi = (path) => require(require.resolve(path, { paths: [pulumi] }));
const grpc = requirePulumi("@grpc/grpc-js");
const { Struct } = requirePulumi("google-protobuf/google/protobuf/struct_pb");
const { Empty } = requirePulumi("google-protobuf/google/protobuf/empty_pb");
const { PluginInfo } = requirePulumi("@pulumi/pulumi/proto/plugin_pb");
const { ResourceProviderService } = requirePulumi("@pulumi/pulumi/proto/provider_grpc_pb");
const messages = requirePulumi("@pulumi/pulumi/proto/provider_pb");

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What programs need to know that are not in Node.js: one resource. */
const schema = {
  name: "aws",
  version,
  resources: {
    "aws:ssm/parameter:Parameter": {
      properties: { arn: { type: "string" }, type: { type: "string" }, value: { type: "string" } },
      required: ["arn", "type", "value"],
      inputProperties: { type: { type: "string" }, value: { type: "string" } },
      requiredInputs: ["type"],
    },
  },
};

/** What the service's methods answer, each made of its request. */
const answers = {
  getSchema: () => new messages.GetSchemaResponse().setSchema(JSON.stringify(schema)),
  getPluginInfo: () => new PluginInfo().setVersion(version),
  checkConfig: checked,
  diffConfig: different,
  configure: () =>
    new messages.ConfigureResponse()
      .setAcceptsecrets(true)
      .setSupportspreview(true)
      .setAcceptresources(true)
      .setAcceptoutputs(true),
  check: checked,
  diff: different,
  create: (request) => {
    const name = request.getUrn().split("::").at(-1);
    const isPreview = request.getPreview();
    const id = isPreview ? "" : `${name}-${randomUUID().slice(0, 7)}`;
    const arn = isPreview ? unknown : `arn:aws:stand-in:::${id}`;
    const properties = { arn, ...request.getProperties().toJavaScript() };
    return new messages.CreateResponse().setId(id).setProperties(Struct.fromJavaScript(properties));
  },
  update: (request) => {
    const { arn } = request.getOlds().toJavaScript();
    const properties = { arn, ...request.getNews().toJavaScript() };
    return new messages.UpdateResponse().setProperties(Struct.fromJavaScript(properties));
  },
  read: (request) =>
    new messages.ReadResponse()
      .setId(request.getId())
      .setProperties(request.getProperties())
      .setInputs(request.getInputs()),
  delete: () => new Empty(),
  cancel: () => new Empty(),
};

function checked(request) {
  return new messages.CheckResponse().setInputs(request.getNews());
}

// Without an opinion the engine compares the inputs itself.
function different() {
  return new messages.DiffResponse().setChanges(messages.DiffResponse.DiffChanges.DIFF_UNKNOWN);
}

const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
const methods = Object.entries(answers).map(([name, answer]) => [
  name,
  ({ request }, callback) => {
    try {
      callback(null, answer(request));
    } catch (error) {
      callback(error);
    }
  },
]);
server.addService(ResourceProviderService, Object.fromEntries(methods));
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(port);
});
// An engine that is killed closes the pipe and says nothing.
process.stdin.on("end", () => process.exit()).resume();
