import { eq, inArray } from "drizzle-orm";
import { dutiesWhere } from "~/unit/duty/dutiesWhere.server";
import type { Duty } from "~/unit/duty/duty";
import type { DutyList } from "~/unit/dutyList";
import type { Queries } from "~db/connect";
import { dutyItem } from "~db/schema";

/** Which duty a problem falls under: the list and the item on it. */
export interface DutyFact {
  list: DutyList;
  item: Duty;
}

/** The duty that a problem carries; null where it carries none. */
export async function dutyFactOf(
  db: Queries,
  problem: { dutyItemId: string | null },
): Promise<DutyFact | null> {
  if (!problem.dutyItemId) return null;
  const [item] = await dutiesWhere(db, eq(dutyItem.id, problem.dutyItemId));
  return item ? { list: item.list, item } : null;
}

/** The duties that some problems carry, by their ids. */
export async function dutiesCarried(
  db: Queries,
  problems: readonly { dutyItemId: string | null }[],
): Promise<Record<string, Duty>> {
  const ids = [...new Set(problems.flatMap(({ dutyItemId }) => dutyItemId ?? []))];
  if (ids.length === 0) return {};
  const items = await dutiesWhere(db, inArray(dutyItem.id, ids.slice(0, 500)));
  return Object.fromEntries(items.map((item) => [item.id, item]));
}
