import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { performance } from "node:perf_hooks";
import { ConnectionProblem } from "../aws/problem";
import { failureOf } from "../reading/failure";
import { Run } from "../reading/run";
import { secretValue } from "../room/markers";
import { withoutArns, withoutSecrets } from "../room/withoutSecrets";
import { difference } from "../tracking/difference";
import { unknownProperties, type Properties, type RecordedConnection } from "../tracking/properties";
import { idOf } from "../tracking/secrets";
import { Tracker } from "../tracking/tracker";
import { holdsUnknown } from "../tracking/unknown";
import { Configuration, configurationKeys, secretKeys } from "./configuration";
import { detailedDifference, propertiesOf, withoutIgnored, type Kind } from "./detailedDifference";
import {
  existingRoomType,
  importedInputs,
  programProperties,
  recordedLookup,
  recordedProperties,
  trackedProperties,
} from "./existingRoom";
import { functions } from "./functions";
import { schema } from "./schema";
import { structOf, valuesOf } from "./values";

/** The methods of the provider `ivschat`, for one operation of the engine. */
export class Provider {
  private configuration = new Configuration({ values: {}, secrets: [] });
  private run = this.newRun();
  private tracker = this.newTracker();

  constructor(
    private readonly version: string,
    private readonly report: (line: string, isWarning?: boolean) => void,
  ) {}

  handshake(): messages.ProviderHandshakeResponse {
    const response = new messages.ProviderHandshakeResponse();
    response.setAcceptSecrets(true);
    return response;
  }

  getSchema(): messages.GetSchemaResponse {
    const response = new messages.GetSchemaResponse();
    response.setSchema(JSON.stringify({ ...schema, version: this.version }));
    return response;
  }

  getPluginInfo(): PluginInfo {
    const info = new PluginInfo();
    info.setVersion(this.version);
    return info;
  }

  getMapping(): messages.GetMappingResponse {
    return new messages.GetMappingResponse();
  }

  checkConfig(request: messages.CheckRequest): messages.CheckResponse {
    const response = new messages.CheckResponse();
    const given = valuesOf(request.getNews());
    const unknown = Object.keys(given.values).filter(
      (key) => key !== "version" && !configurationKeys.includes(key),
    );
    for (const key of unknown)
      response.addFailures(
        failureAt(
          key,
          `${key} is not a key of the provider's configuration; the keys are ${configurationKeys.join(", ")}`,
        ),
      );
    try {
      new Configuration(given);
    } catch (error) {
      if (!(error instanceof ConnectionProblem)) throw error;
      response.addFailures(failureAt("", error.message));
    }
    const secrets = new Set([...given.secrets, ...secretKeys]);
    response.setInputs(
      structOf(
        Object.fromEntries(
          Object.entries(given.values).map(([key, value]) => [
            key,
            secrets.has(key) && !holdsUnknown(value) ? secretValue(value) : value,
          ]),
        ),
      ),
    );
    return response;
  }

  diffConfig(request: messages.DiffRequest): messages.DiffResponse {
    const olds = valuesOf(request.getOldInputs() ?? request.getOlds()).values;
    const news = valuesOf(request.getNews()).values;
    return differenceResponse(detailedDifference(olds, news), []);
  }

  configure(request: messages.ConfigureRequest): messages.ConfigureResponse {
    this.configuration = new Configuration(valuesOf(request.getArgs()));
    this.run = this.newRun();
    this.tracker = this.newTracker();
    const response = new messages.ConfigureResponse();
    response.setAcceptsecrets(true);
    response.setSupportspreview(true);
    return response;
  }

  async invoke(request: messages.InvokeRequest): Promise<messages.InvokeResponse> {
    const fn = functions.get(request.getTok());
    if (fn === undefined)
      throw new Error(
        `there is no function ${request.getTok()}; there are ${[...functions.keys()].join(", ")}`,
      );
    const given = valuesOf(request.getArgs());
    const args = given.values;
    const response = new messages.InvokeResponse();
    const isSecret = given.secrets.length > 0;
    const isWithoutArguments = fn.needsArguments && Object.keys(args).length === 0;
    try {
      // In a preview, the engine leaves unknown arguments out.
      const isUnknown =
        holdsUnknown(args) ||
        (request.getPreview() && isWithoutArguments) ||
        !this.configuration.isKnownFor(args);
      const notBefore = request.getPreview() ? 0 : performance.now();
      if (!isUnknown) fn.check(args);
      const result = isUnknown
        ? fn.unknown
        : await fn.read(args, this.run, this.configuration.settings, notBefore);
      response.setReturn(structOf(isSecret ? mapped(result, secretValue) : result));
    } catch (error) {
      const { message, argument } = failureOf(error, {
        what: "Amazon IVS Chat",
        region: undefined,
        action: "",
      });
      const secrets = [...given.secrets.map((name) => args[name]), ...this.configuration.secretValues];
      const text = withoutSecrets(message, secrets);
      response.addFailures(failureAt(argument ?? "", isSecret ? withoutArns(text) : text));
    }
    return response;
  }

  async check(request: messages.CheckRequest): Promise<messages.CheckResponse> {
    requireType(request.getType() || typeIn(request.getUrn()));
    const olds = valuesOf(request.getOlds());
    const news = valuesOf(request.getNews());
    const response = new messages.CheckResponse();
    const program = programProperties(news, olds.values);
    if (!this.configuration.isKnownFor(news.values)) {
      response.setInputs(
        structOf(recordedProperties(unknownProperties(program.connection as RecordedConnection))),
      );
      return response;
    }
    const checked = await this.tracker.check(trackedProperties(olds), program);
    if ("inputs" in checked)
      response.setInputs(structOf({ ...recordedProperties(checked.inputs), ...recordedLookup(program) }));
    else
      for (const { property, reason } of checked.failures)
        response.addFailures(failureAt(property, withoutSecrets(reason, this.configuration.secretValues)));
    return response;
  }

  diff(request: messages.DiffRequest): messages.DiffResponse {
    const olds = valuesOf(request.getOlds());
    const news = valuesOf(request.getNews());
    const before = trackedProperties(olds);
    const after = trackedProperties(news);
    const { changes, replaces } = difference(request.getId(), before, after);
    const details = changes ? detailedDifference(olds.values, news.values) : new Map<string, Kind>();
    return differenceResponse(withoutIgnored(details, request.getIgnorechangesList()), replaces);
  }

  create(request: messages.CreateRequest): messages.CreateResponse {
    const response = new messages.CreateResponse();
    const properties = request.getProperties();
    // The inputs that check has returned are all that is recorded.
    response.setId(idOf(trackedProperties(valuesOf(properties))));
    response.setProperties(properties);
    return response;
  }

  update(request: messages.UpdateRequest): messages.UpdateResponse {
    const response = new messages.UpdateResponse();
    response.setProperties(request.getNews());
    return response;
  }

  async read(request: messages.ReadRequest): Promise<messages.ReadResponse> {
    requireType(request.getType() || typeIn(request.getUrn()));
    const response = new messages.ReadResponse();
    const recorded = valuesOf(request.getProperties());
    const inputs = valuesOf(request.getInputs());
    const isImport = recorded.values.arn === undefined;
    const refreshed = await this.tracker.refresh(request.getId(), {
      ...trackedProperties(recorded),
      connection: trackedProperties(isImport ? inputs : recorded).connection,
    });
    response.setId(refreshed.id);
    if (refreshed.id === "") return response;
    const { __lookup } = recorded.values;
    const properties = { ...recordedProperties(refreshed.props), __lookup };
    response.setProperties(structOf(properties));
    response.setInputs(structOf(isImport ? importedInputs(request.getId(), inputs.values) : properties));
    return response;
  }

  /** The room is not this resource's to delete. */
  delete(): Empty {
    return new Empty();
  }

  private newRun(): Run {
    return new Run(this.configuration.run, this.report);
  }

  private newTracker(): Tracker {
    return new Tracker(
      () => this.run,
      () => this.configuration.settings,
    );
  }
}

function mapped(values: object, change: (value: unknown) => unknown): Properties {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

function failureAt(property: string, reason: string): messages.CheckFailure {
  const failure = new messages.CheckFailure();
  failure.setProperty(property);
  failure.setReason(reason);
  return failure;
}

function differenceResponse(
  changes: ReadonlyMap<string, Kind>,
  replaces: readonly string[],
): messages.DiffResponse {
  const { DiffChanges } = messages.DiffResponse;
  const { Kind } = messages.PropertyDiff;
  const response = new messages.DiffResponse();
  response.setChanges(
    changes.size > 0 || replaces.length > 0 ? DiffChanges.DIFF_SOME : DiffChanges.DIFF_NONE,
  );
  response.setReplacesList([...replaces]);
  response.setHasdetaileddiff(true);
  const kinds = { add: Kind.ADD, delete: Kind.DELETE, update: Kind.UPDATE };
  const replacing = { add: Kind.ADD_REPLACE, delete: Kind.DELETE_REPLACE, update: Kind.UPDATE_REPLACE };
  for (const [path, kind] of changes) {
    const detail = new messages.PropertyDiff();
    detail.setKind((replaces.includes(path) ? replacing : kinds)[kind]);
    response.getDetaileddiffMap().set(path, detail);
  }
  response.setDiffsList(propertiesOf(changes.keys()));
  return response;
}

function requireType(type: string): void {
  if (type !== existingRoomType)
    throw new Error(`there is no resource ${type}; there is ${existingRoomType}`);
}

function typeIn(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}
