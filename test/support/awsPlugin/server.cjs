// A fake AWS plugin, which accepts all inputs and returns them as outputs. With this plugin, the real @pulumi/aws runs on the real engine
// without AWS.
const { randomUUID } = require("node:crypto");

// Command-line arguments: the path of the @pulumi/pulumi to use, and the version to report.
const [, , pulumi, version] = process.argv;
const requirePulumi = (path) => require(require.resolve(path, { paths: [pulumi] }));
const grpc = requirePulumi("@grpc/grpc-js");
const { Struct } = requirePulumi("google-protobuf/google/protobuf/struct_pb");
const { Empty } = requirePulumi("google-protobuf/google/protobuf/empty_pb");
const { PluginInfo } = requirePulumi("@pulumi/pulumi/proto/plugin_pb");
const { ResourceProviderService } = requirePulumi("@pulumi/pulumi/proto/provider_grpc_pb");
const messages = requirePulumi("@pulumi/pulumi/proto/provider_pb");

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The schema, which YAML programs need. Contains one resource. */
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

/** The response of each gRPC method, created from the request. */
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

// Returns no result, so that the engine compares the inputs itself.
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
// If the engine is killed, standard input is closed.
process.stdin.on("end", () => process.exit()).resume();
