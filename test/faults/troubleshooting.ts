/** An error message of a read (`…` stands for the parts that vary), its meaning, and what to do. */
export interface Trouble {
  readonly message: string;
  readonly meaning: string;
  readonly wayOut: string;
}

const checkTheServer =
  "Check whether `HTTPS_PROXY`, `aws:endpoints`, or `AWS_ENDPOINT_URL` names a server that is not the service";

/** The error messages of all reads. If several entries match a message, the first one applies. */
export const troubles: readonly Trouble[] = [
  {
    message: "… of the stack's aws: configuration must be …",
    meaning: "A configuration value is invalid",
    wayOut: "Correct the key that the message names",
  },
  {
    message: "… of the provider ivschat must be …",
    meaning: "A configuration value of the plugin is invalid",
    wayOut:
      "Correct the key of `ivschat:` configuration, or of the explicit provider, that the message names",
  },
  {
    message: "there is no such … (ResourceNotFoundException)",
    meaning: "No room or logging configuration has this ARN",
    wayOut:
      "Compare the ARN with the one in the console, including its region and account. If the room was deleted, `pulumi refresh` removes it from the state",
  },
  {
    message: "access denied…; grant ivschat:…",
    meaning: "The caller does not have the permission that the message names",
    wayOut: "Add the permission to the policy of the user or role",
  },
  {
    message: "no AWS credentials: …",
    meaning: "No credentials were found, or they could not be resolved",
    wayOut: "Follow the message: sign in, or set `AWS_PROFILE` or `aws:profile`",
  },
  {
    message: "the credentials are not accepted (…)",
    meaning: "The credentials have expired, are invalid, or belong to another partition",
    wayOut: "Sign in again. Check the identity with `aws sts get-caller-identity`",
  },
  {
    message: "the service rejected the request as invalid…",
    meaning: "The service rejected the ARN or a filter as malformed",
    wayOut: "Correct the argument that the message names",
  },
  {
    message: "the service throttled every request for … seconds",
    meaning: "Other clients use up the account's quota of 5 requests per second",
    wayOut:
      "Run the command again later. If the other clients run all the time, lower `ivschat:requestsPerSecond`",
  },
  {
    message: "the service answered …",
    meaning: "The service failed, and so did all retries",
    wayOut:
      "Run the command again later. If it fails again, report the request ID at the end of the message to AWS",
  },
  {
    message: "got an answer with status … that is not from the service",
    meaning: "The answer came from a proxy, a login portal, or another server at the endpoint",
    wayOut:
      "Read the quoted start of the answer. Check `HTTPS_PROXY`, `aws:endpoints`, and `AWS_ENDPOINT_URL`",
  },
  {
    message: "the service's answer is incomplete or invalid: …",
    meaning: "Two answers in a row had a missing or invalid member",
    wayOut: checkTheServer,
  },
  {
    message: "… (…: the answer is larger than 8 MB)",
    meaning: "The answer is too large to be from the service",
    wayOut: checkTheServer,
  },
  {
    message: "its certificate is not trusted",
    meaning: "A proxy intercepts TLS, or another server answered",
    wayOut: "Add the proxy's certificate authority to `aws:customCaBundle` or `AWS_CA_BUNDLE`",
  },
  {
    message: "the request to … failed (TimeoutError: …)",
    meaning: "The connection or the answer timed out",
    wayOut:
      "Check the firewall, VPN, and proxy. On a slow network, raise `ivschat:connectTimeout` or `ivschat:requestTimeout`",
  },
  {
    message: "the request to … failed (…)",
    meaning: "Three attempts to connect failed, or the connection was lost",
    wayOut: "Check the network, the proxy, and the endpoint that the message names",
  },
];

/** Returns the entry that matches a message, or undefined if there is none. */
export function troubleOf(message: string): Trouble | undefined {
  return troubles.find((trouble) => pattern(trouble).test(message));
}

/** Returns the table in docs/troubleshooting.md. */
export function troubleshooting(): string {
  const rows = [
    ["Message", "Meaning", "What to do"],
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
