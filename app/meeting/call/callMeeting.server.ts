import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf, isFarAhead } from "~/calendar/day";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { alignment } from "~/meeting/conduct/alignment";
import { insertMeeting } from "~/meeting/conduct/insertMeeting.server";
import { ledgerScopeOf } from "~/meeting/conduct/ledgerScope";
import { lookBackTitle } from "~/meeting/conduct/topic";
import { kindsCalledBy, type MeetingKind } from "~/meeting/kind/kind";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import { unitInForce } from "~/unit/unitInForce.server";
import type { Queries } from "~db/connect";
import { attendance, post, topic, unit } from "~db/schema";
import { indexSubject } from "~db/search";
import type { CallMeetingInput } from "./callForm";
import { meetingSearch } from "./meetingSearch.server";

/**
 * Calls a meeting of the actor's own unit, with its people and its agenda, all at once: it can be opened from now on.
 * Refuses with `notFound` where the actor's post may not call this kind, `noRules` before a district has rules,
 * `dayPast`, `dayTooFar` and `invalid` at their fields.
 * @returns its slug
 */
export async function callMeeting(
  actor: Actor,
  input: CallMeetingInput,
  now: string,
): Promise<Result<{ slug: string }>> {
  if (!kindsCalledBy(actor.role).includes(input.kind)) return refuse("notFound");
  if (input.date < dayOf(now)) return refuse("dayPast", { field: "date" });
  if (isFarAhead(input.date, dayOf(now))) return refuse("dayTooFar", { field: "date" });
  return change(actor, now, async (tx, bookForAll, later) => {
    const rules = await rulesInForce(tx);
    if (!rules) return refuse("noRules");
    const { kind, title, date, startsAt, place, chairPostId = null, plannedMinutes = null } = input;
    if (!(await isOwnPost(tx, actor, chairPostId))) return refuse("invalid", { field: "chairPostId" });
    const unitIds = [...new Set(input.unitIds)].filter((id) => id !== actor.unitId);
    if (!(await areUnits(tx, unitIds))) return refuse("invalid", { field: "unitIds" });
    const held = { kind, organiserUnitId: actor.unitId };
    const scopeUnitId = ledgerScopeOf(held);
    const book: Book = (event) => bookForAll({ ...event, scopeUnitId });
    const { id, slug } = await insertMeeting(tx, book, {
      ...{ ...held, title, date, startsAt, place, chairPostId, plannedMinutes },
      hostUnitId: actor.unitId,
      ruleSetId: rules.id,
    });
    await callPeople(tx, book, { ...input, chairPostId, unitIds, meetingId: id, ownUnitId: actor.unitId });
    await insertAgenda(tx, book, { id, kind }, input.agenda);
    await indexSubject(tx, meetingSearch, id);
    await later(alignment, { slug });
    return done({ slug });
  });
}

async function isOwnPost(tx: Queries, actor: Actor, postId: string | null): Promise<boolean> {
  if (postId === null) return true;
  const rows = await tx
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.id, postId), eq(post.unitId, actor.unitId)));
  return rows.length > 0;
}

async function areUnits(tx: Queries, unitIds: string[]): Promise<boolean> {
  if (unitIds.length === 0) return true;
  const rows = await tx
    .select({ id: unit.id })
    .from(unit)
    .where(and(inArray(unit.id, unitIds), unitInForce()));
  return rows.length === unitIds.length;
}

type Called = Pick<CallMeetingInput, "people" | "unitIds"> & {
  meetingId: string;
  ownUnitId: string;
  chairPostId: string | null;
};

/** The chair first, then the unit's own people, then the units that are called. */
async function callPeople(tx: Queries, book: Book, called: Called): Promise<void> {
  const { meetingId, ownUnitId, chairPostId, people, unitIds } = called;
  const rows: (typeof attendance.$inferInsert)[] = [
    ...(chairPostId ? [{ unitId: ownUnitId, postId: chairPostId, invitation: "chair" as const }] : []),
    ...people.map((personName) => ({ unitId: ownUnitId, personName, invitation: "attend" as const })),
    ...unitIds.map((unitId) => ({ unitId, invitation: "attend" as const })),
  ].map((row) => ({ id: newId(), meetingId, ...row }));
  for (const row of rows) {
    await tx.insert(attendance).values(row);
    const subject = { kind: "attendance", id: row.id };
    // Whoever calls a meeting need not be told of it.
    await book({ verb: "session.invite", subject, after: row, told: row.unitId !== ownUnitId });
  }
}

/** The look-back comes first: what was promised last time is asked before anything new. */
async function insertAgenda(
  tx: Queries,
  book: Book,
  meeting: { id: string; kind: MeetingKind },
  titles: string[],
) {
  const rows = [
    { kind: "lookBack" as const, title: lookBackTitle(meeting) },
    ...titles.map((title) => ({ kind: "topic" as const, title })),
  ].map((row) => ({ id: newId(), meetingId: meeting.id, ...row }));
  for (const row of rows) {
    await tx.insert(topic).values(row);
    await book({ verb: "session.addTopic", subject: { kind: "topic", id: row.id }, after: row });
  }
}
