import { and, asc, eq, inArray, ne, or } from "drizzle-orm";
import { holdingNow } from "~/access/holdingNow.server";
import type { Role } from "~/access/role";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { holding, person, post, unit } from "~db/schema";
import type { Approver } from "./shownApproval";

/** Posts whose holders approve a departure from the plan or the rules, besides the chair of the meeting. */
const approvingRoles: readonly Role[] = ["leader"];

/** Who may approve what somebody asks for a meeting: nobody approves what they ask for, in whatever post. */
export async function approversFor(
  db: Queries,
  asking: { personId: string },
  meeting: { chairPostId: string | null },
  now: string,
): Promise<Approver[]> {
  const rows = await db
    .select({ id: holding.id, person, post, unit })
    .from(holding)
    .innerJoin(person, eq(person.id, holding.personId))
    .innerJoin(post, eq(post.id, holding.postId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(
      and(
        holdingNow(now),
        ne(holding.personId, asking.personId),
        or(inArray(post.role, [...approvingRoles]), eq(post.id, meeting.chairPostId ?? "")),
      ),
    )
    .orderBy(asc(unit.sortKey), asc(unit.id), asc(person.sortKey), asc(post.id), asc(holding.id));
  return rows.map((row) => ({
    id: row.id,
    personId: row.person.id,
    postId: row.post.id,
    name: row.person.name,
    title: titleOfPost(row.post),
    unit: nameOfUnit(row.unit),
  }));
}
