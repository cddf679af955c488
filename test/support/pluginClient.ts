import { credentials, type ServiceError } from "@grpc/grpc-js";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { Provider } from "../../src/plugin/provider";
import { serve } from "../../src/plugin/server";

export type Values = Record<string, unknown>;
type UnaryMethod<Response> = (
  request: object,
  callback: (error: ServiceError | null, response: Response) => void,
) => void;

export interface Failure {
  readonly property: string;
  readonly reason: string;
}

const urn = "urn:pulumi:dev::rooms::ivschat:index:ExistingRoom::lobby";

/** A client that calls a provider plugin like the engine. Values are in the engine's wire format. */
export class PluginClient {
  private constructor(
    private readonly client: ResourceProviderClient,
    private readonly stop: () => void,
    readonly lines: readonly string[],
  ) {}

  /** Creates a client for a plugin that runs in another process. */
  static at(port: number): PluginClient {
    const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
    return new PluginClient(client, () => undefined, []);
  }

  /** Starts a plugin in this process, and creates a client for it. */
  static async start(): Promise<PluginClient> {
    const lines: string[] = [];
    const served = await serve(new Provider("1.2.3", (line) => lines.push(line)));
    const { port } = served;
    const stop = () => {
      served.stop();
    };
    const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
    return new PluginClient(client, stop, lines);
  }

  close(): void {
    this.client.close();
    this.stop();
  }

  async handshake() {
    return (
      await this.call<messages.ProviderHandshakeResponse>(
        "handshake",
        new messages.ProviderHandshakeRequest(),
      )
    ).toObject();
  }

  async schema(): Promise<Values> {
    const response = await this.call<messages.GetSchemaResponse>(
      "getSchema",
      new messages.GetSchemaRequest(),
    );
    return JSON.parse(response.getSchema()) as Values;
  }

  async version(): Promise<string> {
    return (await this.call<PluginInfo>("getPluginInfo", new Empty())).getVersion();
  }

  async checkConfig(news: Values) {
    const request = new messages.CheckRequest();
    request.setNews(structOf(news));
    return checked(await this.call<messages.CheckResponse>("checkConfig", request));
  }

  async diffConfig(olds: Values, news: Values) {
    const request = new messages.DiffRequest();
    request.setOldInputs(structOf(olds));
    request.setNews(structOf(news));
    return diffed(await this.call<messages.DiffResponse>("diffConfig", request));
  }

  async configure(args: Values): Promise<void> {
    const request = new messages.ConfigureRequest();
    request.setArgs(structOf(args));
    await this.call<messages.ConfigureResponse>("configure", request);
  }

  async invoke(name: string, args: Values, isPreview = true) {
    const request = new messages.InvokeRequest();
    request.setTok(`ivschat:index:${name}`);
    request.setArgs(structOf(args));
    request.setPreview(isPreview);
    const response = await this.call<messages.InvokeResponse>("invoke", request);
    return { result: valuesOf(response.getReturn()), failures: failuresOf(response) };
  }

  async check(olds: Values, news: Values) {
    const request = new messages.CheckRequest();
    request.setUrn(urn);
    request.setOlds(structOf(olds));
    request.setNews(structOf(news));
    return checked(await this.call<messages.CheckResponse>("check", request));
  }

  async diff(id: string, olds: Values, news: Values, ignored: string[] = []) {
    const request = new messages.DiffRequest();
    request.setIgnorechangesList(ignored);
    request.setUrn(urn);
    request.setId(id);
    request.setOlds(structOf(olds));
    request.setNews(structOf(news));
    return diffed(await this.call<messages.DiffResponse>("diff", request));
  }

  async create(properties: Values) {
    const request = new messages.CreateRequest();
    request.setUrn(urn);
    request.setProperties(structOf(properties));
    const response = await this.call<messages.CreateResponse>("create", request);
    return { id: response.getId(), properties: valuesOf(response.getProperties()) };
  }

  async update(id: string, olds: Values, news: Values) {
    const request = new messages.UpdateRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setOlds(structOf(olds));
    request.setNews(structOf(news));
    const response = await this.call<messages.UpdateResponse>("update", request);
    return valuesOf(response.getProperties());
  }

  async read(id: string, properties: Values = {}, inputs: Values = {}) {
    const request = new messages.ReadRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setProperties(structOf(properties));
    request.setInputs(structOf(inputs));
    const response = await this.call<messages.ReadResponse>("read", request);
    return {
      id: response.getId(),
      properties: valuesOf(response.getProperties()),
      inputs: valuesOf(response.getInputs()),
    };
  }

  async cancel(): Promise<void> {
    await this.call<Empty>("cancel", new Empty());
  }

  /** Calls any method with raw bytes. */
  send(method: string, bytes: Uint8Array): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.client.makeUnaryRequest(
        `/pulumirpc.ResourceProvider/${method}`,
        () => Buffer.from(bytes),
        (answer: Buffer) => answer,
        {},
        (error: ServiceError | null, answer?: Buffer) => {
          if (error) reject(error);
          else resolve(answer ?? Buffer.alloc(0));
        },
      );
    });
  }

  private call<Response>(method: string, request: object): Promise<Response> {
    return new Promise((resolve, reject) => {
      const client = this.client as unknown as Record<string, UnaryMethod<Response>>;
      client[method]?.(request, (error, response) => {
        if (error) reject(error);
        else resolve(response);
      });
    });
  }
}

function structOf(values: Values): Struct {
  return Struct.fromJavaScript(values as Parameters<typeof Struct.fromJavaScript>[0]);
}

function valuesOf(struct: Struct | undefined): Values | undefined {
  return struct?.toJavaScript();
}

function failuresOf(response: { getFailuresList(): messages.CheckFailure[] }): Failure[] {
  return response.getFailuresList().map((failure) => ({
    property: failure.getProperty(),
    reason: failure.getReason(),
  }));
}

function checked(response: messages.CheckResponse) {
  return { inputs: valuesOf(response.getInputs()), failures: failuresOf(response) };
}

function diffed(response: messages.DiffResponse) {
  const kinds = Object.entries(messages.PropertyDiff.Kind);
  const map = response.getDetaileddiffMap();
  const kindOf = (path: string) => kinds.find(([, kind]) => kind === map.get(path)?.getKind())?.[0];
  const details = map.getEntryList().map(([path]) => [path, kindOf(path)] as const);
  return {
    changes: response.getChanges() === messages.DiffResponse.DiffChanges.DIFF_SOME,
    replaces: response.getReplacesList(),
    properties: response.getDiffsList(),
    details: Object.fromEntries(details),
  };
}
