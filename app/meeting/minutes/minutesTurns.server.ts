import { Turns } from "~db/turns";

/** One at a time for each month: issuing, beginning an amendment and dropping it stop and thaw the same room. */
export const minutesTurns = new Turns();
