import generated from "../../plugin/schema.json";

/** The package's Pulumi schema. `npm run schema` generates it from the types in src. */
export const schema: object = generated;
