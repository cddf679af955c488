import { describeFaults } from "./describeFaults";
import { functions } from "./faces";
import { table } from "./table";
import { troubleOf, troubles } from "./troubleshooting";

const meetings = describeFaults(functions);

test("the table of faults has more than 80 faults", () => {
  expect(new Set(table.map(({ fault }) => fault)).size).toBeGreaterThan(80);
});

test("each message of the troubleshooting table is the outcome of a fault, except for three messages of errors that occur before any request", () => {
  const met = meetings.map(({ outcome }) =>
    outcome instanceof Error ? troubleOf(outcome.message) : undefined,
  );
  expect(troubles.filter((trouble) => !met.includes(trouble)).map(({ message }) => message)).toEqual([
    "… of the stack's aws: configuration must be …",
    "… of the provider ivschat must be …",
    "no AWS credentials: …",
  ]);
});
