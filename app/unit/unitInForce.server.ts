import { isNull, type SQL } from "drizzle-orm";
import { unit } from "~db/schema";

/** Keeps the units that are not closed, as a WHERE over `unit`: the only ones that anything new may name. */
export function unitInForce(): SQL {
  return isNull(unit.closedAt);
}
