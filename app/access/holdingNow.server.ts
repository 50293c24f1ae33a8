import { and, gt, gte, isNull, lte, or, type SQL } from "drizzle-orm";
import { dayOf } from "~/calendar/day";
import { holding } from "~db/schema";

/**
 * Which holdings hold at an instant (UTC), as a WHERE over `holding`: both of its days count, but whoever leaves today
 * does so at that minute. The only home of that rule.
 */
export function holdingNow(now: string): SQL | undefined {
  const day = dayOf(now);
  return and(
    lte(holding.fromDay, day),
    or(isNull(holding.toDay), gte(holding.toDay, day)),
    or(isNull(holding.leftAt), gt(holding.leftAt, now)),
  );
}
