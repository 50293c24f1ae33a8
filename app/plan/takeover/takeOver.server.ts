import { createHash } from "node:crypto";
import { and, count, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { insertMeeting } from "~/meeting/conduct/insertMeeting.server";
import { mayTakeOver } from "~/plan/permission";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import { lastTaskCount } from "~/task/lastTaskCount.server";
import { takeOverTask } from "~/task/takeOverTask.server";
import { taskNumber } from "~/task/taskNumber";
import type { Queries } from "~db/connect";
import {
  meeting,
  resolution,
  resolutionAssistingUnit,
  takenOverMeeting,
  takenOverRow,
  takeover,
  topic,
} from "~db/schema";
import { keysTaken, type PlannedRow, planTakeover } from "./planTakeover.server";
import type { LedgerTask } from "./readLedgerRows";
import { takeWaiting, waitingLedger } from "./takeoverUpload.server";

type Taken = PlannedRow & { task: LedgerTask };

/** What was taken over. */
export interface TakenOver {
  takeoverId: string;
  tasks: number;
  meetings: number;
}

/**
 * Takes the ledger over that waits, all of its rows that can be, in one act: each meeting that it names becomes a meeting
 * whose minutes were not issued here, each row a task of it. A row that was taken over before is not taken again. Refuses
 * with `notAllowed`, `noLedgerWaiting`, `noRules`, `nothingToTakeOver`, with what the file is refused for, and with
 * `changedMeanwhile`.
 */
export async function takeOver(actor: Actor, now: string): Promise<Result<TakenOver>> {
  if (!mayTakeOver(actor)) return refuse("notAllowed");
  const file = await waitingLedger(actor);
  if (!file) return refuse("noLedgerWaiting");
  const plan = await planTakeover(actor, file, now);
  if (!plan.ok) return plan;
  const rows = plan.value.rows.filter((row): row is Taken => row.does === "add" && row.task !== undefined);
  if (rows.length === 0) return refuse("nothingToTakeOver");
  return change(actor, now, async (tx, book) => {
    const rules = await rulesInForce(tx);
    if (!rules) return refuse("noRules");
    const taken = new Set(await keysTaken(tx));
    if (rows.some(({ key }) => taken.has(key))) return refuse("changedMeanwhile");
    if (!(await takeWaiting(tx, actor, file))) return refuse("changedMeanwhile");
    const takeoverId = newId();
    const sha256 = createHash("sha256").update(file.bytes).digest("hex");
    const { fileName } = file;
    const { personId: byPersonId, postId: byPostId } = actor;
    const year = Number(dayOf(now).slice(0, 4));
    let last = await lastTaskCount(tx, year);
    const lastNumber = taskNumber(year, last + rows.length);
    const by = { byPersonId, byPostId, at: now };
    await tx.insert(takeover).values({ id: takeoverId, fileName, sha256, lastNumber, ...by });
    const course = { tx, book, actor, now, takeoverId, ruleSetId: rules.id };
    const meetings = new Map<string, string>();
    for (const row of rows) {
      const { name, heldOn, documentNumber } = row.task.source;
      const source = JSON.stringify([name, heldOn, documentNumber]);
      const meetingId = meetings.get(source) ?? (await meetingNamed(course, row.task.source));
      meetings.set(source, meetingId);
      last += 1;
      await takeRow(course, meetingId, row, taskNumber(year, last));
    }
    const counts = { tasks: rows.length, meetings: meetings.size };
    await book({
      verb: "takeover.take",
      subject: { kind: "takeover", id: takeoverId },
      after: { fileName, sha256, ...counts },
    });
    return done({ takeoverId, ...counts });
  });
}

interface Course {
  tx: Queries;
  book: Book;
  actor: Actor;
  now: string;
  takeoverId: string;
  ruleSetId: string;
}

/** The meeting that a ledger names, which may have been taken over with an earlier file. */
async function meetingNamed(
  { tx, book, actor, ruleSetId }: Course,
  { name, heldOn, documentNumber }: LedgerTask["source"],
): Promise<string> {
  const [there] = await tx
    .select({ id: meeting.id })
    .from(meeting)
    .innerJoin(takenOverMeeting, eq(takenOverMeeting.meetingId, meeting.id))
    .where(
      and(
        eq(meeting.kind, "takenOver"),
        eq(meeting.title, name),
        eq(meeting.date, heldOn),
        eq(takenOverMeeting.documentNumber, documentNumber),
      ),
    );
  if (there) return there.id;
  const { unitId } = actor;
  const { id } = await insertMeeting(
    tx,
    book,
    {
      ...{ kind: "takenOver", title: name, date: heldOn, ruleSetId },
      ...{ organiserUnitId: unitId, hostUnitId: unitId, chairPostId: null },
    },
    "meeting.takeOver",
  );
  await tx.insert(takenOverMeeting).values({ meetingId: id, documentNumber });
  return id;
}

async function takeRow(course: Course, meetingId: string, row: Taken, number: string): Promise<void> {
  const { tx, book, actor, now, takeoverId } = course;
  const { source, title, text, assistingUnitIds, progress, ...rest } = row.task;
  const { leadUnitId, dueDate } = rest;
  const topicId = await topicNamed(tx, meetingId, title);
  const resolutionId = newId();
  const [before] = await tx
    .select({ count: count() })
    .from(resolution)
    .where(eq(resolution.meetingId, meetingId));
  await tx.insert(resolution).values({
    ...{ id: resolutionId, minutesId: null, meetingId, topicId, ordinal: (before?.count ?? 0) + 1 },
    ...{ text, residentText: "", leadUnitId, dueDate, milestones: "[]", measure: "", evidence: "" },
    ...{ resourceKind: "none" as const, resourceText: "" },
  });
  if (assistingUnitIds.length > 0)
    await tx
      .insert(resolutionAssistingUnit)
      .values(assistingUnitIds.map((unitId, at) => ({ resolutionId, unitId, place: at + 1 })));
  const { heldOn: since } = source;
  const made = { ...rest, number, resolutionId, meetingId, since, text: progress };
  const taskId = await takeOverTask(tx, book, actor, made, now);
  const { key, sheet } = row;
  await tx
    .insert(takenOverRow)
    .values({ taskId, takeoverId, key, sheet, row: row.row, cells: JSON.stringify(row.cells) });
}

/** What the meeting was about, under the name by which the ledger has it; several rows may belong to one matter. */
async function topicNamed(tx: Queries, meetingId: string, title: string): Promise<string> {
  const [there] = await tx
    .select({ id: topic.id })
    .from(topic)
    .where(and(eq(topic.meetingId, meetingId), eq(topic.title, title)));
  if (there) return there.id;
  const id = newId();
  await tx.insert(topic).values({ id, meetingId, kind: "topic", title });
  return id;
}
