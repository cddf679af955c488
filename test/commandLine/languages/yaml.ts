import { describeYaml, yamlProject, yamlText, type YamlProgram } from "../../support/yamlProject";
import type { Files, Language } from "./language";

const files = (program: YamlProgram): Files => ({ "Pulumi.yaml": yamlText(program) });
const room = (properties: object, options: object = {}) => ({
  type: "ivschat:ExistingRoom",
  properties,
  options,
});
const parameter = (value: string) => ({
  type: "aws:ssm/parameter:Parameter",
  properties: { type: "String", value },
});
const read = (args: object, options: object = {}) => ({
  "fn::invoke": { function: "ivschat:getRoom", arguments: args, options },
});

export const yaml: Language = {
  name: "YAML",
  describe: describeYaml,
  project: (program, options) => yamlProject({}, { ...options, files: program }),
  programs: {
    tracking: (identifier) =>
      files({
        variables: { read: read({ identifier: "${lobby.arn}" }) },
        resources: {
          lobby: room({ identifier }),
          limit: parameter("at most ${lobby.maximumMessageLength}"),
        },
        outputs: { read: "${read.maximumMessageLength}", tracked: "${lobby.tags}" },
      }),
    waiting: () => {
      const name = { "fn::select": [2, { "fn::split": [":", "${later.arn}"] }] };
      return files({
        variables: { read: read({ name }) },
        resources: { later: parameter(""), tracked: room({ name }) },
        outputs: { read: "${read.maximumMessageLength}", tracked: "${tracked.maximumMessageLength}" },
      });
    },
    withProviders: (identifier, endpoints) =>
      files({
        variables: {
          read: read({ identifier }),
          readByOther: read({ identifier }, { provider: "${other}" }),
        },
        resources: {
          other: { type: "pulumi:providers:ivschat", properties: { region: "us-east-1", endpoints } },
          tracked: room({ identifier }),
          trackedByOther: room({ identifier }, { provider: "${other}" }),
        },
        outputs: { read: "${read.name}", other: "${readByOther.name}", tracked: "${trackedByOther.name}" },
      }),
    withSecrets: (otherRoom) =>
      files({
        config: { room: { type: "string" }, accessKey: { type: "string" }, secretKey: { type: "string" } },
        variables: { read: read({ identifier: "${room}" }) },
        resources: {
          own: {
            type: "pulumi:providers:ivschat",
            properties: { region: "us-east-1", accessKey: "${accessKey}", secretKey: "${secretKey}" },
          },
          tracked: room({ identifier: "${room}" }),
          byKeys: room({ identifier: otherRoom }, { provider: "${own}" }),
        },
        outputs: { read: "${read.arn}", tracked: "${tracked.name}", byKeys: "${byKeys.name}" },
      }),
    importing: (identifier) => files({ resources: { lobby: room({ identifier }, { import: identifier }) } }),
    byName: (name) => files({ resources: { tracked: room({ name }) } }),
    misspelt: (identifier) =>
      files({ resources: { tracked: room({ identifier, maximumMessageLenght: 5 }) } }),
  },
};
