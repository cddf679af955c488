package main

import (
	"example.com/pulumi-ivschat/sdk/go/ivschat"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		// Recorded in the stack: previews show what has changed outside Pulumi.
		lobby, err := ivschat.NewExistingRoom(ctx, "lobby", &ivschat.ExistingRoomArgs{
			Identifier: pulumi.String(config.Require(ctx, "roomArn")),
		})
		if err != nil {
			return err
		}

		// Read anew in each preview and update.
		stage, err := ivschat.GetRoom(ctx, &ivschat.GetRoomArgs{Name: pulumi.StringRef("stage")})
		if err != nil {
			return err
		}

		ctx.Export("maximumMessageLength", lobby.MaximumMessageLength)
		ctx.Export("chatSettings", pulumi.JSONMarshal(map[string]any{
			"lobby": map[string]any{"longestMessage": lobby.MaximumMessageLength},
			"stage": map[string]any{"longestMessage": stage.MaximumMessageLength},
		}))
		return nil
	})
}
