import * as pulumi from "@pulumi/pulumi";
/** The resources that a resolved `dependsOn` names. */
export declare function resourcesIn(dependsOn: unknown): pulumi.Resource[];
/** Waits for resources, and for those within components; tells whether all of them exist. */
export declare function areCreated(resources: Iterable<pulumi.Resource>): Promise<boolean>;
