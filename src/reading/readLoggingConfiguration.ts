import type { Connection } from "../aws/clients";
import { ivschat } from "../aws/packages";
import { parseLoggingConfigurationArn } from "../room/arn";
import { MalformedAnswer } from "../room/fromAnswer";
import {
  loggingConfigurationFromAnswer,
  type GetLoggingConfigurationResult,
} from "../room/loggingConfiguration";
import { failureOf, type Subject } from "./failure";
import { request } from "./request";
import type { Run } from "./run";
import { shared } from "./shared";
import { warnOfTagsLeftOut } from "./tagsLeftOut";

/** Reads one logging configuration by its ARN, once for all of a run who ask for it. Throws a RoomReadError. */
export function readLoggingConfiguration(
  run: Run,
  connection: Connection,
  arn: string,
  notBefore = 0,
): Promise<GetLoggingConfigurationResult> {
  return shared(run, `logging configuration ${arn} ${connection.key}`, notBefore, async () => {
    const { accountId } = parseLoggingConfigurationArn(arn) ?? {};
    const { region, endpoint, profile } = connection;
    const what = `logging configuration ${arn}`;
    const action = "ivschat:GetLoggingConfiguration";
    const subject: Subject = { what, identifier: arn, region, endpoint, profile, action };
    await connection.checkAccount(accountId).catch((error: unknown) => {
      throw failureOf(error, subject);
    });
    return request(run, connection, {
      operation: "GetLoggingConfiguration",
      accountId,
      subject,
      command: () => new (ivschat().GetLoggingConfigurationCommand)({ identifier: arn }),
      read: ({ body }) => {
        const configuration = loggingConfigurationFromAnswer(body);
        if (configuration.arn !== arn)
          throw new MalformedAnswer("arn", configuration.arn, `${arn}, which was asked for,`);
        warnOfTagsLeftOut(run, what, body);
        return configuration;
      },
    });
  });
}
