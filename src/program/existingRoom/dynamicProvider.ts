import type * as pulumi from "@pulumi/pulumi";
import { readSettings } from "../../aws/readSettings";
import { Run, runSettings } from "../../reading/run";
import { difference } from "../../tracking/difference";
import type { Properties } from "../../tracking/properties";
import { idOf } from "../../tracking/secrets";
import { Tracker } from "../../tracking/tracker";
import { engineLog } from "../pulumi/engineLog";
import { printedOnce } from "../pulumi/printedOnce";

/**
 * The dynamic provider of ExistingRoom. `check` reads the room and returns its members as inputs, so that they are known in a preview.
 * `create` and `update` record these inputs. `read` is called for a refresh and for ExistingRoom.get. There is no `delete`, because the
 * stack does not own the room.
 */
export class ExistingRoomProvider implements pulumi.dynamic.ResourceProvider {
  private config: (key: string) => string | undefined = () => undefined;
  // The engine starts a new process for each operation, so this tracker is used for only one operation.
  private readonly tracker = new Tracker(
    () =>
      new Run(
        runSettings((key) => this.config(`ivschat:${key}`)),
        engineLog,
      ),
    () => readSettings((key) => this.config(`aws:${key}`), "the stack's aws: configuration"),
  );

  /** Sets the configuration synchronously, because Pulumi does not await this method before a refresh. */
  configure(req: pulumi.dynamic.ConfigureRequest): Promise<void> {
    this.config = (key) => req.config.get(key);
    return Promise.resolve();
  }

  check(olds: Properties, news: Properties): Promise<pulumi.dynamic.CheckResult> {
    return this.tracker.check(olds, news);
  }

  diff(id: pulumi.ID, olds: Properties, news: Properties): Promise<pulumi.dynamic.DiffResult> {
    return Promise.resolve(difference(id, olds, news));
  }

  create(inputs: Properties): Promise<pulumi.dynamic.CreateResult> {
    return Promise.resolve({ id: idOf(inputs), outs: inputs });
  }

  update(_id: pulumi.ID, _olds: Properties, news: Properties): Promise<pulumi.dynamic.UpdateResult> {
    return Promise.resolve({ outs: news });
  }

  async read(id: pulumi.ID, properties: Properties): Promise<pulumi.dynamic.ReadResult> {
    try {
      return await this.tracker.refresh(id, properties);
    } catch (error) {
      const { message, cause } = error as Error;
      throw printedOnce(message, cause);
    }
  }
}
