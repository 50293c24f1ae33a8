import { and, eq, inArray } from "drizzle-orm";
import { addMonths, dayOf, instantOf } from "~/calendar/day";
import { nothingDeclared } from "~/calendar/holiday";
import { isWorkingDay, workingDaysBefore } from "~/calendar/workingDay";
import { addToAgenda } from "~/meeting/agenda/addToAgenda.server";
import { approveAgenda } from "~/meeting/agenda/answerApproval.server";
import { askApproval } from "~/meeting/agenda/askApproval.server";
import { publishAgenda } from "~/meeting/agenda/publishAgenda.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { isAdopted } from "~/meeting/conduct/topic";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { reservationsOf, reservingUnits } from "~/meeting/reservation/reservationsOf.server";
import { reserve } from "~/meeting/reservation/reserve.server";
import { readOutReservation } from "~/meeting/reservation/settleReservation.server";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { openSession } from "~/meeting/stage/openSession.server";
import { type DemoDecision, phrases, remarks } from "~db/demo/texts";
import { read } from "~db/read";
import { task, topic } from "~db/schema";
import { declineOnce, type HeldDay, invite, nameThose, rollCall } from "./attendance";
import type { DemoMonth } from "./calendar";
import type { DayCast } from "./casting";
import { heldDay, topicsByDecision } from "./heldDay";
import { later, workingDayAfter } from "./instants";
import { problemText } from "./lists";
import { lookBack } from "./lookBack";
import { filled, pick } from "./phrase";
import { schedulePreparing } from "./preparing";
import { lookThrough } from "./publishing";
import { type WrittenResolution, writeNotes, writeRecord, writeResolutions } from "./record";
import { siteVisitOf } from "./siteVisits";
import { type Target, taskName } from "./targets";
import { scheduleTask } from "./taskStory";
import { accountOf, doApproved, must, type World } from "./world";

/** After screening: the agenda is made and published, units are called. */
export function schedulePreparation(world: World, day: DemoMonth, cast: DayCast, closedOn: string): void {
  const { month, date } = day;
  const made = workingDayAfter(closedOn, 6);
  world.timeline.schedule(instantOf(made, "17:22"), async (at) => {
    const office = await world.actor("office", at);
    must(await startAgenda(office, { slug: month }, at), `startAgenda ${month}`);
    const visit = siteVisitOf(cast.decided.map((one) => one.problemKey));
    if (visit) {
      const entry = { slug: month, kind: "siteVisit" as const, title: visit.title, presenter: "" };
      must(await addToAgenda(office, entry, later(at, 3)), `addToAgenda ${month}`);
    }
    await invite(world, await heldDay(month, cast), later(at, 10));
  });
  world.timeline.schedule(instantOf(workingDayAfter(made, 1), "17:25"), async (at) => {
    await nameThose(world, await heldDay(month, cast), at);
    await declineOnce(world, await heldDay(month, cast), later(at, 10));
  });
  const early = workingDaysBefore(date, 3, nothingDeclared);
  const published = early > made && isWorkingDay(early, nothingDeclared) ? early : workingDayAfter(made, 1);
  if (day.when === "current" || isNewest(world, month))
    schedulePreparing(world, () => heldDay(month, cast), { made, published });
  scheduleApproval(world, month, published);
  world.timeline.schedule(instantOf(published, "17:40"), async (at) => {
    must(await publishAgenda(await world.actor("office", at), { slug: month }, at), `publishAgenda ${month}`);
  });
}

/** The office lays the agenda before the chair, who approves it. */
function scheduleApproval(world: World, month: string, day: string): void {
  world.timeline.schedule(instantOf(day, "15:10"), async (at) => {
    must(await askApproval(await world.actor("office", at), { slug: month }, at), `askApproval ${month}`);
  });
  world.timeline.schedule(instantOf(day, "16:50"), async (at) => {
    const chair = await world.actor("leader", at);
    const { approval } = must(await showAgenda(chair, month, at), `showAgenda ${month}`);
    const seen = { slug: month, sha256: approval!.sha256 };
    must(await approveAgenda(chair, seen, at), `approveAgenda ${month}`);
  });
}

/** Roll, look-back and what was said before the first topic. Returns the instant at which topics begin. */
export async function openDay(world: World, held: HeldDay, at: string, turn: number): Promise<string> {
  await rollCall(world, held, at, turn);
  const opened = later(at, 20);
  world.tick(opened);
  const office = await world.actor("office", opened);
  // Where today is no working day, or begins, the day that is going on was planned for another date.
  const reason = dayOf(opened) === held.date ? undefined : phrases.current.otherDay;
  const where = `openSession ${held.month}`;
  const open = (approver?: string) => openSession(office, { slug: held.month, reason, approver }, opened);
  if (reason) await doApproved(world, opened, where, open);
  else must(await open(), where);
  const others = await read((db) =>
    db
      .select({ id: topic.id, kind: topic.kind })
      .from(topic)
      .where(and(eq(topic.meetingId, held.dayId), inArray(topic.kind, ["lookBack", "siteVisit"]))),
  );
  const visit = siteVisitOf(held.cast.decided.map((one) => one.problemKey));
  await writeRecord(held.month, office, (document) => {
    for (const { id, kind } of others) {
      if (kind === "lookBack") writeNotes(document, id, [pick(remarks.chairOpenings, turn)]);
      else if (visit) writeNotes(document, id, [visit.words]);
    }
  });
  const stated = await lookBack(world, held, later(opened, 5));
  world.tick(stated);
  return later(stated, 5);
}

/** Notes, resolutions and outcome of one topic. */
export async function decideTopic(
  world: World,
  held: HeldDay,
  [topicId, decision]: [string, DemoDecision],
  at: string,
  turn: number,
): Promise<WrittenResolution[]> {
  const { month, date } = held;
  const office = await world.actor("office", at);
  const street = await world.actor(accountOf(problemText(decision.problemKey).streetSlug), at);
  world.tick(at);
  await writeRecord(month, street, (document) =>
    writeNotes(document, topicId, decision.discussion.slice(0, 1)),
  );
  await writeRecord(month, office, (document) => writeNotes(document, topicId, decision.discussion.slice(1)));
  let written: WrittenResolution[] = [];
  if (isAdopted(decision.outcome))
    await writeRecord(month, office, (document) => {
      written = writeResolutions(world, document, topicId, decision, date);
    });
  const { outcome } = decision;
  if (outcome !== "passed") await reserveOnce(world, held, topicId, later(at, 10), turn);
  const input = { slug: month, topicId, outcome, note: phrases.outcomeNotes[outcome] };
  must(await recordOutcome(office, input, later(at, 12)), `recordOutcome ${decision.problemKey}`);
  return written;
}

/** One of the units that sit there says what it does not go along with; the office reads it out. */
async function reserveOnce(
  world: World,
  { month, dayId }: HeldDay,
  topicId: string,
  at: string,
  turn: number,
) {
  const seated = new Set((await read((db) => reservingUnits(db, dayId, at))).map(({ unitId }) => unitId));
  for (const step of remarks.reservations.keys()) {
    const { account, words } = pick(remarks.reservations, turn + step);
    const actor = await world.actor(account, at);
    if (!seated.has(actor.unitId)) continue;
    must(
      await reserve(actor, { slug: month, topicId, unitId: actor.unitId, words }, at),
      `reserve ${account} ${month}`,
    );
    const [entered] = (await read((db) => reservationsOf(db, dayId))).filter(
      (one) => one.topicId === topicId,
    );
    const office = await world.actor("office", at);
    must(
      await readOutReservation(office, { slug: month, reservationId: entered!.id }, later(at, 1)),
      `readOutReservation ${month}`,
    );
    return;
  }
}

/** One past day from the roll call to its tasks. */
export function scheduleHeldDay(
  world: World,
  day: DemoMonth,
  cast: DayCast,
  turn: number,
  targets: ReadonlyMap<string, Target>,
): void {
  const { month, date } = day;
  let written: WrittenResolution[] = [];
  world.timeline.schedule(instantOf(date, "08:30"), async (at) => {
    const held = await heldDay(month, cast);
    let now = await openDay(world, held, at, turn);
    written = [];
    const topics = await topicsByDecision(world, held);
    for (const [place, one] of topics.entries()) {
      written.push(...(await decideTopic(world, held, one, now, turn + place)));
      now = later(now, 15);
    }
    const office = await world.actor("office", now);
    const last = topics.at(-1)?.[0];
    if (last)
      await writeRecord(month, office, (document) =>
        writeNotes(document, last, [filled(phrases.closing, pick(remarks.closingRequirements, turn))]),
      );
    must(await closeSession(office, { slug: month }, now), `closeSession ${month}`);
  });
  const issuedOn = workingDayAfter(date, 3);
  const issued = issuedOn.startsWith(month) ? issuedOn : date;
  world.timeline.schedule(instantOf(issued, "17:45"), async (at) => {
    must(await issueMinutes(await world.actor("office", at), { slug: month }, at), `issueMinutes ${month}`);
    // Of the newest day one topic waits, so that whoever looks around finds something to look at.
    await lookThrough(world, month, later(at, 40), isNewest(world, month) ? 1 : 0);
    await scheduleTasks(world, written, issued, targets);
  });
}

function isNewest({ today }: World, month: string): boolean {
  return month === addMonths(today.slice(0, 7), -1);
}

async function scheduleTasks(
  world: World,
  written: readonly WrittenResolution[],
  issuedOn: string,
  targets: ReadonlyMap<string, Target>,
): Promise<void> {
  if (written.length === 0) return;
  const ids = written.map((one) => one.id);
  const rows = await read((db) => db.select().from(task).where(inArray(task.resolutionId, ids)));
  for (const { id, decision, place } of written) {
    const row = rows.find((one) => one.resolutionId === id)!;
    scheduleTask(world, {
      ...{ id: row.id, number: row.number, decision, place, issuedOn, due: row.originalDueDate },
      text: decision.resolutions[place]!,
      streetSlug: problemText(decision.problemKey).streetSlug,
      turn: world.nextTurn(),
      target: targets.get(taskName(decision, place)),
    });
  }
}
