import { PolicyPack, type ResourceValidationPolicy, type StackValidationPolicy } from "@pulumi/policy";
import type { GetRoomResult } from "pulumi-ivschat";

const rate: ResourceValidationPolicy = {
  name: "room-rate",
  description: "No room lets more than 50 messages a second through.",
  enforcementLevel: "mandatory",
  validateResource: (resource, reportViolation) => {
    const perSecond = roomOf(resource)?.maximumMessageRatePerSecond ?? 0;
    if (perSecond > 50) reportViolation(`${resource.name} lets ${perSecond} messages a second through.`);
  },
};

const review: ResourceValidationPolicy = {
  name: "room-review",
  description: "A Lambda function reviews the messages of each room.",
  enforcementLevel: "advisory",
  validateResource: (resource, reportViolation) => {
    if (roomOf(resource)?.messageReviewHandler.uri === "")
      reportViolation(`Nobody reviews ${resource.name}.`);
  },
};

const oneTeam: StackValidationPolicy = {
  name: "rooms-of-one-team",
  description: "All rooms of a stack have the same tag `team`.",
  enforcementLevel: "mandatory",
  validateStack: ({ resources }, reportViolation) => {
    const rooms = resources.map(roomOf).filter((room) => room !== undefined);
    const teams = new Set(rooms.map(({ tags }) => ("team" in tags ? tags.team : "none")));
    if (teams.size > 1) reportViolation(`The rooms' teams are ${[...teams].sort().join(", ")}.`);
  },
};

new PolicyPack("room-policies", { policies: [rate, review, oneTeam] });

/** The members of an ExistingRoom; undefined for other resources. */
function roomOf({ type, props }: { type: string; props: object }): GetRoomResult | undefined {
  return type === "pulumi-nodejs:dynamic/ivschat:ExistingRoom" ? (props as GetRoomResult) : undefined;
}
