import { duties1 } from "./duties-1";
import { duties2 } from "./duties-2";
import { duties3 } from "./duties-3";
import type { DemoDuty, DemoStreetDuty } from "./shapes";
import { basicDuties } from "./streetDuties-basic";
import { cooperatingDuties } from "./streetDuties-cooperating";
import { takenBackDuties } from "./streetDuties-taken";

/** The duty list: which office answers for what. */
export const duties: DemoDuty[] = [...duties1, ...duties2, ...duties3];

/** The three lists of the streets. */
export const streetDuties: DemoStreetDuty[] = [...basicDuties, ...cooperatingDuties, ...takenBackDuties];
