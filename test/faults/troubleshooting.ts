/** What the console says, `…` standing for what differs, what it means and what to do. */
export interface Trouble {
  readonly message: string;
  readonly meaning: string;
  readonly wayOut: string;
}

/** The messages of all reads that fail. Where two fit a message, the earlier one is meant. */
export const troubles: readonly Trouble[] = [
  {
    message: "… of the stack's aws: configuration is not …",
    meaning: "a setting is not what it should be",
    wayOut: "correct the key that the message names",
  },
  {
    message: "there is no such … (ResourceNotFoundException)",
    meaning: "the service knows no room, or logging configuration, of this ARN",
    wayOut:
      "compare the ARN with the console's, its region and account too; `pulumi refresh` takes a deleted room out of the state",
  },
  {
    message: "access denied…; allow ivschat:…",
    meaning: "whoever runs Pulumi lacks the permission that is named",
    wayOut: "add it to the policy of the user or role",
  },
  {
    message: "no AWS credentials: …",
    meaning: "no keys were found, or they could not be had",
    wayOut: "as the message says: sign in, or set `AWS_PROFILE` or `aws:profile`",
  },
  {
    message: "the credentials are not accepted (…)",
    meaning: "the keys have expired, are wrong or belong to another partition",
    wayOut: "sign in again; compare `aws sts get-caller-identity`",
  },
  {
    message: "the service refuses the request as invalid…",
    meaning: "the service takes the ARN or a filter for malformed",
    wayOut: "correct the argument that the message names",
  },
  {
    message: "the service has refused every request for … seconds as too many",
    meaning: "others use up the account's quota: 5 requests a second",
    wayOut: "run again when they are done; lower `ivschat:requestsPerSecond` where they run all the time",
  },
  {
    message: "the service answered …",
    meaning: "a failure of the service's own, after as many attempts as make sense",
    wayOut: "run again later; if it stays, give AWS the request's identifier, at the end of the message",
  },
  {
    message: "got an answer with status … that is not the service's",
    meaning: "something in between answered: a proxy, a portal, another server at the endpoint",
    wayOut: "read what the answer begins with; check `HTTPS_PROXY`, `aws:endpoints` and `AWS_ENDPOINT_URL`",
  },
  {
    message: "the service's answer is incomplete or wrong: …",
    meaning: "an answer without a member, or with a wrong one, twice; nothing is guessed",
    wayOut: "the same as for an answer that is not the service's",
  },
  {
    message: "… (…: the answer is larger than 8 MB)",
    meaning: "no answer of the service is that large",
    wayOut: "the same as for an answer that is not the service's",
  },
  {
    message: "its certificate is not trusted",
    meaning: "a proxy that opens TLS, or another server",
    wayOut: "name the proxy's authority in `aws:customCaBundle` or `AWS_CA_BUNDLE`",
  },
  {
    message: "does not answer as it should (TimeoutError: …)",
    meaning: "a connection, or an answer, took longer than it may",
    wayOut:
      "check the way there (firewall, VPN, proxy); on a slow one raise `ivschat:connectTimeout` or `ivschat:requestTimeout`",
  },
  {
    message: "does not answer as it should (…)",
    meaning: "no connection, or one that broke, three times",
    wayOut: "check the network, the proxy and the endpoint that the message names",
  },
];

/** The trouble that a message tells of. */
export function troubleOf(message: string): Trouble | undefined {
  return troubles.find((trouble) => pattern(trouble).test(message));
}

/** The troubles as a table for the README. */
export function troubleshooting(): string {
  const rows = [
    ["the console says", "it means", "what to do"],
    ...troubles.map(({ message, meaning, wayOut }) => [`\`${message}\``, meaning, wayOut]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows.map(line);
  return [head, line(widths.map((width) => "-".repeat(width))), ...body].join("\n");
}

function pattern({ message }: Trouble): RegExp {
  return new RegExp(message.split("…").map(escaped).join(".*"));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
