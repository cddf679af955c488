module rooms

go 1.25

require (
	example.com/pulumi-ivschat/sdk/go v1.0.0
	github.com/pulumi/pulumi/sdk/v3 v3.274.1
)

replace example.com/pulumi-ivschat/sdk/go => ./sdks/ivschat
