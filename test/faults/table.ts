import { right } from "./answers";
import { badLuck } from "./table/badLuck";
import { listings } from "./table/listings";
import { loggingConfigurations } from "./table/loggingConfigurations";
import { noAnswer } from "./table/noAnswer";
import { noRealAnswer } from "./table/noRealAnswer";
import { oddAndRight } from "./table/oddAndRight";
import { refusals } from "./table/refusals";
import { value, type Row } from "./table/row";
import { wrongRooms } from "./table/wrongRooms";

/** Faults, and what a user should see in each case. */
export const table: readonly Row[] = [
  { fault: "nothing odd", script: [right], outcome: value(), requests: 1 },
  ...oddAndRight,
  ...badLuck,
  ...refusals,
  ...noRealAnswer,
  ...wrongRooms,
  ...listings,
  ...loggingConfigurations,
  ...noAnswer,
];
