import type * as pulumi from "@pulumi/pulumi";
/**
 * Reads rooms and records them: `check` reads, so a preview knows every member and shows what changed; `create` and `update` record what
 * `check` found; `read` serves refresh and ExistingRoom.get. There is no `delete`: the room is not this resource's to delete.
 */
export declare class ExistingRoomProvider implements pulumi.dynamic.ResourceProvider {
    private config;
    private runOnce;
    private readonly recorded;
    /** Stays synchronous: the server does not wait for it before a refresh. */
    configure(req: pulumi.dynamic.ConfigureRequest): Promise<void>;
    check(olds: Properties, news: Properties): Promise<pulumi.dynamic.CheckResult>;
    diff(id: pulumi.ID, olds: Properties, news: Properties): Promise<pulumi.dynamic.DiffResult>;
    create(inputs: Properties): Promise<pulumi.dynamic.CreateResult>;
    update(_id: pulumi.ID, _olds: Properties, news: Properties): Promise<pulumi.dynamic.UpdateResult>;
    read(id: pulumi.ID, properties: Properties): Promise<pulumi.dynamic.ReadResult>;
    private readChosen;
    private recordedRooms;
    private run;
    private stackSettings;
}
type Properties = Record<string, unknown>;
export {};
