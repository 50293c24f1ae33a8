import { KeyedMutex } from "~db/keyedMutex";

/** One at a time for each month: issuing, beginning an amendment and dropping it stop and thaw the same room. */
export const minutesMutex = new KeyedMutex();
