import type { CommandRun } from "../../test/support/project";

export const showsTheRoom = ({ ok, output }: CommandRun) =>
  ok && /maximumMessageLength +: 500$/m.test(output) && !output.includes("[unknown]");

export const showsTheStage = ({ ok, output }: CommandRun) =>
  ok &&
  /messagesPerSecond: 40$/m.test(output) &&
  /review +: "arn:aws:lambda:eu-west-1:123456789012:function:review"$/m.test(output);

export const showsTheLobbyInYaml = ({ ok, output }: CommandRun) =>
  ok && /longestMessage: 250$/m.test(output) && /team +: "night"$/m.test(output);

/** Whether the preview shows exactly the changed members of the room and of the resources that depend on it. */
export function showsDrift({ ok, output }: CommandRun): boolean {
  const [resources = ""] = output.split("--outputs:--");
  const changed = resources.split("\n").filter((line) => /^\s+[~+-] .*(=>|: ")/.test(line));
  const expected = [
    /maximumMessageLength +: 500 => 250$/,
    /fallbackResult: "ALLOW" => "DENY"$/,
    /uri +: "arn:aws:lambda:us-east-1:123456789012:function:review"$/,
    /team : "live" => "night"$/,
    /updateTime +: "2026-03-02T09:30:00.000Z" => ".*Z"$/,
    /isModerated +: false => true$/,
    /longestMessage +: 500 => 250$/,
  ];
  return (
    ok &&
    output.includes("~ 2 to update") &&
    changed.length === expected.length &&
    expected.every((line, index) => line.test(changed[index] ?? ""))
  );
}
