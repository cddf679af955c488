import { Run } from "../reading/run";
/** What the reads of this run of the program share. Outside a run, each call stands alone. */
export declare function runOf(): Run;
