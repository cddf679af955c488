import pulumi
import pulumi_ivschat as ivschat

config = pulumi.Config()

# Recorded in the stack: previews show what has changed outside Pulumi.
lobby = ivschat.ExistingRoom("lobby", identifier=config.require("roomArn"))

# Read anew in each preview and update.
stage = ivschat.get_room_output(name="stage")

pulumi.export("maximumMessageLength", lobby.maximum_message_length)
pulumi.export(
    "chatSettings",
    pulumi.Output.json_dumps(
        {
            "lobby": {"longestMessage": lobby.maximum_message_length},
            "stage": {"longestMessage": stage.maximum_message_length},
        }
    ),
)
