import { close, half, reset, silence, trickle } from "../answers";
import { fails, unreachable, type Row } from "./row";

/** Faults without a complete response: no connection, a broken connection, or a timeout. */
export const noAnswer: readonly Row[] = [
  { fault: "a refused connection", place: "nothing", outcome: unreachable("ECONNREFUSED") },
  {
    fault: "a server that resets every connection",
    place: "a server that resets connections",
    outcome: unreachable("ECONNRESET|EPIPE"),
  },
  {
    fault: "a host name that does not resolve",
    place: "a host name that does not resolve",
    outcome: unreachable("ENOTFOUND|EAI_AGAIN"),
  },
  {
    fault: "an endpoint without a host",
    place: "no address",
    // The message depends on whether the endpoint is an argument or in the configuration.
    outcome: fails(
      "RoomReadError",
      /the request to .* failed \(ERR_INVALID_URL|\[0\]\.ivschat of (the stack's aws: configuration|the provider ivschat) must be a URL/,
    ),
  },
  {
    fault: "a certificate for another host",
    place: "a certificate for another host",
    outcome: fails(
      "RoomReadError",
      /its certificate is not trusted; add its certificate authority to aws:customCaBundle/,
    ),
  },
  {
    fault: "TLS at an http endpoint",
    place: "TLS at an http endpoint",
    outcome: unreachable("ECONNRESET|HPE_"),
  },
  {
    fault: "no TLS at an https endpoint",
    place: "no TLS at an https endpoint",
    outcome: unreachable("EPROTO"),
  },
  {
    fault: "a server that does not speak HTTP",
    place: "a server that does not speak HTTP",
    outcome: unreachable("HPE_"),
  },
  {
    fault: "a server that accepts connections and never answers",
    isSlow: true,
    place: "a server that says nothing",
    outcome: unreachable("TimeoutError"),
  },
  {
    fault: "a server that does not answer the TLS handshake",
    isSlow: true,
    place: "a server that does not answer TLS",
    outcome: unreachable("TimeoutError"),
  },
  {
    fault: "a reset before the answer, always",
    script: [reset],
    outcome: unreachable("ECONNRESET"),
    requests: 3,
  },
  {
    fault: "a reset during the answer, always",
    script: [half(reset)],
    outcome: unreachable("ECONNRESET"),
    requests: 3,
  },
  {
    fault: "a connection closed during the answer, always",
    script: [half(close)],
    outcome: unreachable("ECONNRESET"),
    requests: 3,
  },
  {
    fault: "no answer, always",
    isSlow: true,
    script: [silence],
    outcome: unreachable("TimeoutError"),
    requests: 3,
  },
  {
    fault: "a body that arrives slowly and never ends",
    isSlow: true,
    script: [trickle(1, 400)],
    outcome: unreachable("TimeoutError"),
    requests: 3,
  },
];
