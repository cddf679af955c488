import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeGo, goProject } from "../../support/goProject";
import type { Language, Programs } from "./language";

const goMod = readFileSync(join(__dirname, "../../../examples/go/go.mod"), "utf8");

const tracking: Programs["tracking"] = (identifier) => ({
  "go.mod": goMod,
  "main.go": `package main

import (
	"example.com/pulumi-ivschat/sdk/go/ivschat"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

type parameter struct {
	pulumi.CustomResourceState
}

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		lobby, err := ivschat.NewExistingRoom(ctx, "lobby", &ivschat.ExistingRoomArgs{
			Identifier: pulumi.String(${JSON.stringify(identifier)}),
		})
		if err != nil {
			return err
		}
		read := ivschat.GetRoomOutput(ctx, ivschat.GetRoomOutputArgs{Identifier: lobby.Arn})
		value := pulumi.Sprintf("at most %d", lobby.MaximumMessageLength)
		properties := pulumi.Map{"type": pulumi.String("String"), "value": value}
		if err := ctx.RegisterResource("aws:ssm/parameter:Parameter", "limit", properties, &parameter{}); err != nil {
			return err
		}
		ctx.Export("read", read.MaximumMessageLength())
		ctx.Export("tracked", lobby.Tags)
		return nil
	})
}
`,
});

/** Go, with only one program, because each Go program takes seconds to compile. */
export const go: Omit<Language, "programs"> & { readonly programs: Pick<Programs, "tracking"> } = {
  name: "Go",
  describe: describeGo,
  project: goProject,
  programs: { tracking },
};
