import { duties1 } from "./duties-1";
import { duties2 } from "./duties-2";
import { duties3 } from "./duties-3";
import type { DemoDuty } from "./shapes";

/** The duty list: which office answers for what. */
export const duties: DemoDuty[] = [...duties1, ...duties2, ...duties3];
