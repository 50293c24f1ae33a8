import { KeyedMutex } from "~db/keyedMutex";

/** One decision at a time on each proposal: adopting writes into the record before it writes the decision. */
export const correctionMutex = new KeyedMutex();
