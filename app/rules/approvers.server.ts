import { and, eq, inArray, ne, or } from "drizzle-orm";
import type { Holder } from "~/access/holder";
import { holdersWhere } from "~/access/holders.server";
import { holdingNow } from "~/access/holdingNow.server";
import type { Role } from "~/access/role";
import type { Queries } from "~db/connect";
import { holding, post } from "~db/schema";

/** Posts whose holders approve a departure from the plan or the rules, besides the chair of the meeting. */
const approvingRoles: readonly Role[] = ["leader"];

/** Who may approve what somebody asks for a meeting: nobody approves what they ask for, in whatever post. */
export async function approversFor(
  db: Queries,
  asking: { personId: string },
  meeting: { chairPostId: string | null },
  now: string,
): Promise<Holder[]> {
  return holdersWhere(
    db,
    and(
      holdingNow(now),
      ne(holding.personId, asking.personId),
      or(inArray(post.role, [...approvingRoles]), eq(post.id, meeting.chairPostId ?? "")),
    ),
  );
}
