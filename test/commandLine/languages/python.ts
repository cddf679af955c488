import { describePython, pythonProject } from "../../support/pythonProject";
import type { Files, Language } from "./language";

const program = (text: string): Files => ({ "__main__.py": `${imports}${text}` });

const imports = `import pulumi
import pulumi_ivschat as ivschat

config = pulumi.Config()


class Parameter(pulumi.CustomResource):
    arn: pulumi.Output[str]

    def __init__(self, name, value):
        super().__init__("aws:ssm/parameter:Parameter", name, {"type": "String", "value": value, "arn": None})

`;

/** Returns a value as JSON, which is also valid Python unless it contains `true`, `false`, or `null`. */
const literal = (value: unknown) => JSON.stringify(value);

export const python: Language = {
  name: "Python",
  describe: describePython,
  project: pythonProject,
  programs: {
    tracking: (identifier) =>
      program(`
lobby = ivschat.ExistingRoom("lobby", identifier=${literal(identifier)})
read = ivschat.get_room_output(identifier=lobby.arn)
Parameter("limit", pulumi.Output.format("at most {0}", lobby.maximum_message_length))

pulumi.export("read", read.maximum_message_length)
pulumi.export("tracked", lobby.tags)
`),
    waiting: () =>
      program(`
later = Parameter("later", "")
name = later.arn.apply(lambda arn: arn.split(":")[2])
read = ivschat.get_room_output(name=name)
tracked = ivschat.ExistingRoom("tracked", name=name)

pulumi.export("read", read.maximum_message_length)
pulumi.export("tracked", tracked.maximum_message_length)
`),
    withProviders: (identifier, endpoints) =>
      program(`
room = ${literal(identifier)}
other = ivschat.Provider("other", region="us-east-1", endpoints=${literal(endpoints)})
read = ivschat.get_room(identifier=room)
read_by_other = ivschat.get_room_output(identifier=room, opts=pulumi.InvokeOptions(provider=other))
ivschat.ExistingRoom("tracked", identifier=room)
tracked = ivschat.ExistingRoom("trackedByOther", identifier=room, opts=pulumi.ResourceOptions(provider=other))

pulumi.export("read", read.name)
pulumi.export("other", read_by_other.name)
pulumi.export("tracked", tracked.name)
`),
    withSecrets: (otherRoom) =>
      program(`
room = config.require_secret("room")
own = ivschat.Provider(
    "own",
    region="us-east-1",
    access_key=config.require_secret("accessKey"),
    secret_key=config.require_secret("secretKey"),
)
read = ivschat.get_room_output(identifier=room)
tracked = ivschat.ExistingRoom("tracked", identifier=room)
by_keys = ivschat.ExistingRoom(
    "byKeys", identifier=${literal(otherRoom)}, opts=pulumi.ResourceOptions(provider=own)
)

pulumi.export("read", read.arn)
pulumi.export("tracked", tracked.name)
pulumi.export("byKeys", by_keys.name)
`),
    importing: (identifier) =>
      program(`
room = ${literal(identifier)}
ivschat.ExistingRoom("lobby", identifier=room, opts=pulumi.ResourceOptions(import_=room))
`),
    byName: (name) => program(`ivschat.ExistingRoom("tracked", name=${literal(name)})\n`),
    misspelt: (identifier) =>
      program(`
class Misspelt(pulumi.CustomResource):
    def __init__(self, name, properties):
        super().__init__("ivschat:index:ExistingRoom", name, properties)


Misspelt("tracked", {"identifier": ${literal(identifier)}, "maximumMessageLenght": 5})
`),
  },
};
