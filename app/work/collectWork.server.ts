import { and, asc, count, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { listAddress } from "~/address/problems";
import { type DayRow, dayColumns } from "~/problem/consultationDay.server";
import { leftOn, nextOpenMonth } from "~/problem/list/carryList.server";
import { canBeCarried, takesChanges } from "~/problem/listing";
import { canList } from "~/problem/permission";
import type { ProposalState } from "~/problem/proposal/proposal";
import type { Queries } from "~db/connect";
import { communityProposal, consultationDay, meeting, problemList, unit } from "~db/schema";
import { type BareItem, namedDay } from "./work";

/**
 * What communities propose waits in the work of their street, and the answers in theirs; and lists of a street that were
 * not sent can be carried over.
 */
export async function collectWork(db: Queries, actor: Actor): Promise<BareItem[]> {
  const { streetId } = actor;
  if (!streetId) return [];
  if (canList(actor, "submit", { streetId }))
    return [...(await toAnswer(db, streetId)), ...(await toCarry(db, streetId))];
  return canList(actor, "propose", { streetId }) ? proposed(db, actor, streetId) : [];
}

/** The first day whose list the street may change now. */
async function openDay(db: Queries, streetId: string): Promise<{ day: DayRow; slug: string } | undefined> {
  const rows = await db
    .select({ day: dayColumns, state: problemList.state, slug: unit.slug })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .innerJoin(unit, eq(unit.id, streetId))
    .leftJoin(problemList, and(eq(problemList.dayId, meeting.id), eq(problemList.streetId, streetId)))
    .where(inArray(meeting.stage, ["collecting", "screening"]))
    .orderBy(asc(meeting.date));
  return rows.find(({ day, state }) => takesChanges(day.stage, state ?? "draft"));
}

async function toAnswer(db: Queries, streetId: string): Promise<BareItem[]> {
  const [waiting] = await db
    .select({ number: count() })
    .from(communityProposal)
    .where(and(eq(communityProposal.streetId, streetId), eq(communityProposal.state, "waiting")));
  const open = waiting!.number > 0 ? await openDay(db, streetId) : undefined;
  if (!open) return [];
  const { day, slug } = open;
  return [
    {
      key: `community-${day.month}`,
      what: { kind: "answerProposals" },
      why: "ownStreet",
      meeting: namedDay(day),
      count: waiting!.number,
      until: day.windowClosesOn,
      to: `${listAddress(day.month, slug)}#proposals`,
    },
  ];
}

/** Of a community: what waits for the street, and what was declined for a list that is still open. */
async function proposed(db: Queries, actor: Actor, streetId: string): Promise<BareItem[]> {
  const open = await openDay(db, streetId);
  if (!open) return [];
  const { day, slug } = open;
  const own = eq(communityProposal.communityId, actor.unitId);
  const number = async (state: ProposalState, dayId?: string) => {
    const here = dayId === undefined ? undefined : eq(communityProposal.dayId, dayId);
    const [row] = await db
      .select({ number: count() })
      .from(communityProposal)
      .where(and(own, eq(communityProposal.state, state), here));
    return row!.number;
  };
  const line = (kind: "waitProposals" | "proposalDeclined", found: number): BareItem[] =>
    found === 0
      ? []
      : [
          {
            key: `${kind}-${day.month}`,
            what: { kind },
            why: "community",
            meeting: namedDay(day),
            count: found,
            until: day.windowClosesOn,
            ...(kind === "waitProposals" ? { waiting: true } : { answered: true }),
            to: `${listAddress(day.month, slug)}#proposals`,
          },
        ];
  return [
    ...line("waitProposals", await number("waiting")),
    ...line("proposalDeclined", await number("declined", day.id)),
  ];
}

// What lies longer ago nobody carries over any more; it can still be listed again, one by one.
const listsLookedAt = 6;

/** The street's lists that were not sent, as long as something on them stands on no later one. */
async function toCarry(db: Queries, streetId: string): Promise<BareItem[]> {
  const rows = await db
    .select({ day: dayColumns, list: problemList, slug: unit.slug })
    .from(problemList)
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .innerJoin(consultationDay, eq(consultationDay.meetingId, meeting.id))
    .innerJoin(unit, eq(unit.id, problemList.streetId))
    .where(
      and(
        eq(problemList.streetId, streetId),
        inArray(problemList.state, ["draft", "returned"]),
        isNull(problemList.carriedToId),
        ne(meeting.stage, "cancelled"),
      ),
    )
    .orderBy(asc(meeting.date));
  const open = rows.length > 0 ? await openDay(db, streetId) : undefined;
  const items: BareItem[] = [];
  for (const { day, list, slug } of rows.slice(-listsLookedAt)) {
    if (!canBeCarried(day.stage, list.state)) continue;
    const month = await nextOpenMonth(db, day.month);
    const left = month ? await leftOn(db, list) : [];
    if (left.length === 0) continue;
    items.push({
      key: `carry-${day.month}`,
      what: { kind: "carryList" },
      why: "ownStreet",
      meeting: namedDay(day),
      count: left.length,
      until: open?.day.windowClosesOn ?? null,
      to: listAddress(day.month, slug),
    });
  }
  return items;
}
