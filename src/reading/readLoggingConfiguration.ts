import type { ServiceClient } from "../aws/clients";
import { ivschat } from "../aws/packages";
import { MalformedAnswer } from "../room/answer";
import { parseArn } from "../room/arn";
import {
  loggingConfigurationFromAnswer,
  type GetLoggingConfigurationResult,
} from "../room/loggingConfiguration";
import { checkAccount } from "./checkAccount";
import type { Subject } from "./failure";
import { request } from "./request";
import type { Run } from "./run";
import { warnOfTagsLeftOut } from "./tagsLeftOut";

/**
 * Reads a logging configuration by its ARN, or returns the cached result of a read that started at `notBefore` or later. Throws a
 * RoomReadError.
 */
export function readLoggingConfiguration(
  run: Run,
  client: ServiceClient,
  arn: string,
  notBefore = 0,
): Promise<GetLoggingConfigurationResult> {
  return run.shared(`logging configuration ${arn} ${client.key}`, notBefore, async () => {
    const accountId = parseArn(arn, "logging-configuration")?.accountId;
    const { region, endpoint, profile } = client;
    const what = `logging configuration ${arn}`;
    const action = "ivschat:GetLoggingConfiguration";
    const subject: Subject = { what, identifier: arn, region, endpoint, profile, action };
    await checkAccount(client, accountId, subject);
    return request(run, client, {
      operation: "GetLoggingConfiguration",
      accountId,
      subject,
      command: () => new (ivschat().GetLoggingConfigurationCommand)({ identifier: arn }),
      parse: (answer) => {
        const configuration = loggingConfigurationFromAnswer(answer);
        if (configuration.arn !== arn)
          throw new MalformedAnswer("arn", configuration.arn, `${arn}, the requested ARN`);
        warnOfTagsLeftOut(run, what, answer);
        return configuration;
      },
    });
  });
}
