import { Turns } from "~db/turns";

/** One decision at a time on each proposal: adopting writes into the record before it writes the decision. */
export const correctionTurns = new Turns();
