import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Run } from "../reading/run";
import { Tracker } from "../tracking/tracker";
import { Configuration } from "./configuration";
import { ExistingRoomMethods } from "./existingRoomMethods";
import { invoke } from "./invoke";
import { checkConfig, diffConfig } from "./providerConfiguration";
import { schema } from "./schema";
import { valuesOf, type Values } from "./values";

/** Serves the engine's calls to the provider `ivschat`. */
export class Provider {
  private configured = this.configuredWith({ values: {}, secrets: [] });

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
    return checkConfig(request);
  }

  diffConfig(request: messages.DiffRequest): messages.DiffResponse {
    return diffConfig(request);
  }

  configure(request: messages.ConfigureRequest): messages.ConfigureResponse {
    this.configured = this.configuredWith(valuesOf(request.getArgs()));
    const response = new messages.ConfigureResponse();
    response.setAcceptsecrets(true);
    response.setSupportspreview(true);
    return response;
  }

  invoke(request: messages.InvokeRequest): Promise<messages.InvokeResponse> {
    const { configuration, run } = this.configured;
    return invoke(request, configuration, run);
  }

  check(request: messages.CheckRequest): Promise<messages.CheckResponse> {
    return this.configured.rooms.check(request);
  }

  diff(request: messages.DiffRequest): messages.DiffResponse {
    return this.configured.rooms.diff(request);
  }

  create(request: messages.CreateRequest): messages.CreateResponse {
    return this.configured.rooms.create(request);
  }

  update(request: messages.UpdateRequest): messages.UpdateResponse {
    return this.configured.rooms.update(request);
  }

  read(request: messages.ReadRequest): Promise<messages.ReadResponse> {
    return this.configured.rooms.read(request);
  }

  /** Does nothing: this provider never deletes a room. */
  delete(): Empty {
    return new Empty();
  }

  private configuredWith(values: Values) {
    const configuration = new Configuration(values);
    const run = new Run(configuration.run, (line, isWarning) => {
      this.report(configuration.withoutSecrets(line), isWarning);
    });
    const tracker = new Tracker(
      () => run,
      () => configuration.settings,
    );
    return { configuration, run, rooms: new ExistingRoomMethods(tracker, configuration, run.secrets) };
  }
}
