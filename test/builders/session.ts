import { and, asc, eq, isNull } from "drizzle-orm";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done } from "~/ledger/result";
import { approveAgenda } from "~/meeting/agenda/answerApproval.server";
import { publishAgenda } from "~/meeting/agenda/publishAgenda.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import type { Delegate } from "~/meeting/attendance/answer";
import { callRoll } from "~/meeting/attendance/callRoll.server";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { openSession } from "~/meeting/stage/openSession.server";
import type { ListingState } from "~/problem/listing";
import { read } from "~db/read";
import { attendance, listing, problem, problemConcernedUnit, problemList, topic } from "~db/schema";
import type { SmallDistrict } from "./district";
import { mustSucceed } from "./result";
import { dayAt } from "./task";

/** A matter on a street's list; everything not said is invented. Units by slug. */
export interface ListedMatter {
  street: string;
  title: string;
  state?: ListingState;
  power?: string;
  concerned?: string[];
}

/** A day in screening with these matters on the streets' lists. Returns its id. */
export async function screenedDay(
  district: SmallDistrict,
  month: string,
  matters: ListedMatter[],
): Promise<string> {
  const now = `${month}-12T02:00:00.000Z`;
  const dayId = await dayAt(district, month, "screening");
  mustSucceed(
    await change(null, now, async (tx, book) => {
      const lists = new Map<string, string>();
      for (const [at, matter] of matters.entries()) {
        const streetId = district.units[matter.street]!;
        const listId = lists.get(matter.street) ?? newId();
        if (!lists.has(matter.street))
          await tx.insert(problemList).values({ id: listId, dayId, streetId, state: "submitted" });
        lists.set(matter.street, listId);
        const problemId = newId();
        await tx.insert(problem).values({
          id: problemId,
          number: `${matter.street.toUpperCase()}-${month}-${at + 1}`,
          streetId,
          source: "resident",
          originalWording: `${matter.title}，请管一管`,
          title: matter.title,
          summary: "街道已核实",
          problemClass: "publicFacilities",
          powerUnitId: matter.power ? district.units[matter.power]! : null,
          raisedAt: `${month}-02`,
          createdAt: now,
        });
        for (const slug of matter.concerned ?? [])
          await tx
            .insert(problemConcernedUnit)
            .values({ id: newId(), problemId, unitId: district.units[slug]! });
        const position = `a${at}`;
        const state = matter.state ?? "admitted";
        await tx.insert(listing).values({ id: newId(), listId, problemId, position, state });
      }
      await book({ verb: "test.build", subject: { kind: "test", id: "test" } });
      return done(null);
    }),
  );
  return dayId;
}

/** The topics of a day that stand, in the order they were made. */
export function topicsOf(dayId: string) {
  return read((db) =>
    db
      .select()
      .from(topic)
      .where(and(eq(topic.meetingId, dayId), isNull(topic.withdrawnAt)))
      .orderBy(asc(topic.id)),
  );
}

/** Everybody called to a day. */
export function calledTo(dayId: string) {
  return read((db) => db.select().from(attendance).where(eq(attendance.meetingId, dayId)));
}

/** Calls a unit (by slug) to lead, if it is not called yet, and enters it as present. */
export async function present(
  district: SmallDistrict,
  dayId: string,
  month: string,
  slug: string,
  now: string,
): Promise<void> {
  const office = district.actors.office!;
  const unitId = district.units[slug]!;
  const invitations = [{ unitId, invitation: "lead" as const }];
  mustSucceed(await inviteUnits(office, { slug: month, invitations }, now));
  const row = (await calledTo(dayId)).find((one) => one.unitId === unitId)!;
  const answer = {
    slug: month,
    attendanceId: row.id,
    state: "present" as const,
    personName: "周到",
    reason: "",
  };
  mustSucceed(await callRoll(office, answer, now));
}

/** The chair approves the agenda as it is now. */
export async function approvedAgenda(district: SmallDistrict, month: string, now: string): Promise<void> {
  const chair = district.actors.leader!;
  const page = mustSucceed(await showAgenda(chair, month, now));
  mustSucceed(await approveAgenda(chair, { slug: month, sha256: page.approval!.sha256 }, now));
}

/** A day in session with a quorum: agenda started and published, unit works leading and present. Returns its id. */
export async function openDay(
  district: SmallDistrict,
  month: string,
  matters: ListedMatter[],
): Promise<string> {
  const office = district.actors.office!;
  const now = `${month}-20T01:00:00.000Z`;
  const dayId = await screenedDay(district, month, matters);
  mustSucceed(await startAgenda(office, { slug: month }, now));
  await approvedAgenda(district, month, now);
  mustSucceed(await publishAgenda(office, { slug: month }, now));
  await present(district, dayId, month, "works", now);
  mustSucceed(await openSession(office, { slug: month }, now));
  return dayId;
}

/** A resolution as complete as issuing asks for, of unit works. */
export function draft(district: SmallDistrict, topicId: string, month: string, more: object = {}) {
  return {
    id: newId(),
    topicId,
    text: "修复人行道并加固路基",
    residentText: "人行道年底前修好",
    leadUnitId: district.units.works!,
    assistingUnitIds: [district.units.water!],
    dueDate: `${month}-28`,
    measure: "雨后不积水，行走平整",
    evidence: "施工前后照片",
    resourceKind: "money" as const,
    resourceText: "养护经费",
    checkBackDate: null,
    ...more,
  };
}

/** Somebody whom a unit names in its answer to an invitation. */
export function delegate(wish: Partial<Delegate> & { personName: string }): Delegate {
  return { personTitle: "", comesAs: "member", insteadOf: "", insteadReason: "", ...wish };
}
