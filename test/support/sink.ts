import * as pulumi from "@pulumi/pulumi";

const provider = `exports.handler = () => ({
  create: async (inputs) => ({ id: "sink", outs: inputs }),
  update: async (id, olds, news) => ({ outs: news }),
});
`;

/** A resource with any value as its input. */
export class Sink extends pulumi.CustomResource {
  declare readonly value: pulumi.Output<unknown>;

  constructor(name: string, value: unknown, opts?: pulumi.CustomResourceOptions) {
    super("pulumi-nodejs:dynamic/test:Sink", name, { value, __provider: provider }, opts);
  }
}
