import * as messages from "@pulumi/pulumi/proto/provider_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { connectionArguments } from "../arguments/connection";
import { roomArguments } from "../arguments/room";
import { withoutSecretArguments, type SecretArguments } from "../arguments/secretArguments";
import { printed } from "../room/text";
import { difference } from "../tracking/difference";
import { unknownProperties, type Properties, type RecordedConnection } from "../tracking/properties";
import { idOf } from "../tracking/secrets";
import type { Tracker } from "../tracking/tracker";
import type { Configuration } from "./configuration";
import { detailedDifference, withoutIgnored, type Kind } from "./detailedDifference";
import * as room from "./existingRoom";
import { checkResponse, differenceResponse } from "./responses";
import { structOf, valuesOf, type Values } from "./values";

/** Serves the engine's calls for the resource ExistingRoom. Check reads the room; Create and Update record Check's result. */
export class ExistingRoomMethods {
  constructor(
    private readonly tracker: Tracker,
    private readonly configuration: Configuration,
    private readonly secrets: SecretArguments,
  ) {}

  async check(request: messages.CheckRequest): Promise<messages.CheckResponse> {
    requireType(request);
    const olds = valuesOf(request.getOlds());
    const news = valuesOf(request.getNews());
    const unknown = room.unknownArguments(news);
    if (unknown.length > 0) return checkResponse(undefined, unknown.map(unknownArgument));
    const program = room.programProperties(news, olds.values);
    const checked = this.configuration.isKnownFor(news.values)
      ? await this.tracker.check(room.trackedProperties(olds), program)
      : { inputs: unknownProperties(program.connection as RecordedConnection) };
    if ("inputs" in checked) return checkResponse(room.recordedInputs(checked.inputs, program, news));
    const failures = checked.failures.map(({ property, reason }) => ({
      property,
      reason: this.configuration.withoutSecrets(reason),
    }));
    return checkResponse(undefined, failures);
  }

  diff(request: messages.DiffRequest): messages.DiffResponse {
    requireType(request);
    const olds = valuesOf(request.getOlds());
    const news = valuesOf(request.getNews());
    const before = room.trackedProperties(olds);
    const after = room.trackedProperties(news);
    const { changes, replaces } = difference(request.getId(), before, after);
    const secrets = [...olds.secrets, ...news.secrets];
    const details = changes
      ? detailedDifference(room.shownProperties(olds), room.shownProperties(news), secrets)
      : new Map<string, Kind>();
    return differenceResponse(withoutIgnored(details, request.getIgnorechangesList()), replaces);
  }

  create(request: messages.CreateRequest): messages.CreateResponse {
    requireType(request);
    const response = new messages.CreateResponse();
    response.setId(idOf(room.trackedProperties(checkedInputs(request.getProperties()))));
    response.setProperties(outputsOf(request.getProperties()));
    return response;
  }

  update(request: messages.UpdateRequest): messages.UpdateResponse {
    requireType(request);
    checkedInputs(request.getNews());
    const response = new messages.UpdateResponse();
    response.setProperties(outputsOf(request.getNews()));
    return response;
  }

  /** Reads a room: a recorded one for a refresh, any other for an import or `get`. */
  async read(request: messages.ReadRequest): Promise<messages.ReadResponse> {
    requireType(request);
    const recorded = valuesOf(request.getProperties());
    const inputs = valuesOf(request.getInputs());
    const isRecorded = recorded.values.arn !== undefined;
    // For `get`, every engine sends the program's arguments as properties; newer engines send them as inputs too.
    const given = isRecorded ? recorded : both(inputs, recorded);
    this.secrets.add(given);
    const { id, props } = await this.refresh(request.getId(), recorded, given);
    const response = new messages.ReadResponse();
    response.setId(id);
    if (id === "") return response;
    const properties = { ...room.recordedProperties(props, given.secrets), ...room.keptProperties(recorded) };
    response.setProperties(structOf(properties));
    if (!isRecorded) response.setInputs(structOf(room.importedInputs(id, given)));
    // For `get`, the engine requires the program's inputs unchanged.
    else if (inputs.values.arn === undefined) response.setInputs(request.getInputs());
    else response.setInputs(structOf({ ...properties, ...room.keptInputs(inputs) }));
    return response;
  }

  private async refresh(id: string, recorded: Values, given: Values) {
    const { connection } = room.trackedProperties(given);
    try {
      return await this.tracker.refresh(id, { ...room.trackedProperties(recorded), connection });
    } catch (error) {
      const secrets = connectionArguments.filter((name) => given.secrets.includes(name));
      const reason = withoutSecretArguments((error as Error).message, { values: given.values, secrets });
      throw new Error(this.configuration.withoutSecrets(reason), { cause: error });
    }
  }
}

function requireType(request: { getType(): string; getUrn(): string }): void {
  const type = request.getType() || typeIn(request.getUrn());
  if (type === room.existingRoomType) return;
  throw new Error(`there is no resource ${printed(type)}; there is ${room.existingRoomType}`);
}

function typeIn(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

function unknownArgument(name: string) {
  const reason = `${printed(name).slice(1, -1)} is not an argument; the arguments are ${roomArguments.join(", ")}`;
  return { property: name, reason };
}

// Create and Update do not read the room, so the inputs must be the ones that Check returned.
function checkedInputs(struct: Struct | undefined): Values {
  const inputs = valuesOf(struct);
  if (typeof inputs.values.arn === "string") return inputs;
  throw new Error("the room's properties are missing: they have no arn");
}

// `identifier` is an argument, not an output.
function outputsOf(inputs: Struct | undefined): Struct | undefined {
  inputs?.getFieldsMap().del("identifier");
  return inputs;
}

function both(inputs: Values, properties: Values): Values {
  const values: Properties = { ...inputs.values, ...properties.values };
  return { values, secrets: [...inputs.secrets, ...properties.secrets] };
}
