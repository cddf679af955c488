import selfsigned from "selfsigned";
import {
  startFaultServer,
  startRawServer,
  startSilentServer,
  type Fault,
  type FaultServer,
} from "../support/faultServer";
import { right } from "./answers";
import type { Operation, Place, Row } from "./table/row";

/** Starts the server of a row. The row's script applies only to the given operation. Other operations get the correct response. */
export function open({ place, script = [right] }: Row, operation: Operation): Promise<FaultServer> {
  return place === undefined ? startFaultServer([scripted(script, operation)]) : places[place]();
}

const places: Record<Place, () => Promise<FaultServer>> = {
  // Not a free port of the ephemeral range, because another test may start to use it.
  nothing: () => Promise.resolve(nowhere("http://127.0.0.1:1")),
  "a server that says nothing": () => startSilentServer("http"),
  "a server that does not answer TLS": () => startSilentServer("https"),
  "a server that resets connections": () =>
    startFaultServer([right], { onConnection: (socket) => void socket.resetAndDestroy() }),
  "a server that does not speak HTTP": () =>
    startRawServer((socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n")),
  "TLS at an http endpoint": async () =>
    withScheme("http", await startFaultServer([right], { tls: certificate() })),
  "no TLS at an https endpoint": async () => withScheme("https", await startFaultServer([right])),
  "a certificate for another host": () => startFaultServer([right], { tls: certificate() }),
  "a host name that does not resolve": () => Promise.resolve(nowhere("http://no-such-host.invalid")),
  "no address": () => Promise.resolve(nowhere("http://")),
};

function scripted(script: readonly Fault[], operation: Operation): Fault {
  let count = 0;
  return (exchange) => {
    if (exchange.operation === operation) script[Math.min(count++, script.length - 1)]?.(exchange);
    else right(exchange);
  };
}

const withScheme = (scheme: string, server: FaultServer): FaultServer => ({
  ...server,
  endpoint: server.endpoint.replace(/^\w+/, scheme),
});

const nowhere = (endpoint: string): FaultServer => ({
  endpoint,
  operations: [],
  stop: () => Promise.resolve(),
});

let certificateOnce: { key: string; cert: string } | undefined;

function certificate() {
  if (certificateOnce) return certificateOnce;
  const name = [{ name: "commonName", value: "elsewhere.example" }];
  const { private: key, cert } = selfsigned.generate(name, { keySize: 2048 });
  return (certificateOnce = { key, cert });
}
