import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { getRoomOutput } from "pulumi-ivschat";

const config = new pulumi.Config();
const room = getRoomOutput({ identifier: config.require("roomArn") });

const region = config.get("targetRegion") ?? "eu-west-1";
const provider = new aws.Provider("target", { region });

// The review handler and the logging configurations stay behind: both must be in the region of their room.
const clone = new aws.ivschat.Room(
  "clone",
  {
    name: room.name,
    maximumMessageLength: room.maximumMessageLength,
    maximumMessageRatePerSecond: room.maximumMessageRatePerSecond,
    tags: room.tags.apply((tags) =>
      // Tags of AWS's own cannot be set by others.
      Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith("aws:"))),
    ),
  },
  { provider },
);

export const cloneArn = clone.arn;
