import generated from "../../plugin/schema.json";

/** The package's schema, as `npm run schema` generates it from the types of the core. */
export const schema: object = generated;
