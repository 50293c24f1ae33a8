import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { showRollCall } from "~/meeting/attendance/showRollCall.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { mayArchive } from "~/meeting/conduct/permission";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { findMinutes } from "~/meeting/minutes/findMinutes.server";
import { minutesFile } from "~/meeting/minutes/minutesFile.server";
import { noticeFile } from "~/meeting/papers/noticeFile.server";
import { powersOf } from "~/meeting/progress/powersOf.server";
import { schemeFacts } from "~/meeting/scheme/schemeFacts.server";
import { schemeFile } from "~/meeting/scheme/schemeFile.server";
import { canonicalJson, canonicalRecord } from "~/record/document/record";
import { allTasks } from "~/task/list/allTasks.server";
import { readTaskFilter } from "~/task/list/taskFilter";
import { tasksWorkbook } from "~/task/list/tasksWorkbook.server";
import { workbookTexts } from "~/task/list/workbookTexts.server";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";
import { read } from "~db/read";
import type { ArchiveAsked, ArchivePart } from "./archivePart";
import { agendaSheet, powerSheet, rollSheet } from "./archiveSheets.server";
import { attachedParts } from "./attachedParts.server";
import { opinionParts } from "./opinionParts.server";
import { recordPart } from "./recordPart.server";
import { researchParts } from "./researchParts.server";

const utf8 = new TextEncoder();

/**
 * The meeting whose whole file somebody asks for: those who hold it, and the district's leaders. Refuses with
 * `notFound` to whom its record is closed, and with `notAllowed`.
 */
export async function meetingToArchive(actor: Actor, slug: string): Promise<Result<Meeting>> {
  return read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting || (await roomRight(db, actor, meeting)) === "none") return refuse("notFound");
    return mayArchive(actor, meeting) ? done(meeting) : refuse("notAllowed");
  });
}

/**
 * Gathers the files of a meeting, each through the use case that shows it to this reader; what there is not yet is left
 * out. Refuses like {@link meetingToArchive}, `schemeFacts`, `showRollCall` and `writeWorkbook`.
 */
export async function archiveParts(asked: ArchiveAsked): Promise<Result<ArchivePart[]>> {
  const { actor, slug, now, words } = asked;
  const meeting = await meetingToArchive(actor, slug);
  if (!meeting.ok) return meeting;
  const scheme = await schemeFacts(actor, slug, now);
  if (!scheme.ok) return scheme;
  const plan = await schemeFile(scheme.value.facts, words);
  const agenda = await writeWorkbook([agendaSheet(scheme.value.facts, words)]);
  if (!agenda.ok) return agenda;
  const roll = await rollPart(asked);
  if (!roll.ok) return roll;
  const tasks = await taskParts(asked);
  if (!tasks.ok) return tasks;
  const powers = await powerParts(asked, meeting.value);
  if (!powers.ok) return powers;
  const { document } = await recordOf(slug);
  const record = canonicalRecord(document);
  return done([
    { name: plan.name, content: plan.bytes },
    ...(await noticeParts(asked)),
    { name: `${words("agenda.archive.agenda")}.xlsx`, content: agenda.value },
    roll.value,
    await recordPart(record, words),
    { name: `${words("agenda.archive.record")}.json`, content: utf8.encode(canonicalJson(record)) },
    ...(await minutesParts(asked, meeting.value)),
    ...tasks.value,
    ...powers.value,
    ...(await attachedParts(asked, meeting.value)),
    ...(await opinionParts(asked)),
    ...(await researchParts(asked)),
  ]);
}

async function noticeParts({ actor, slug, now, words }: ArchiveAsked): Promise<ArchivePart[]> {
  const notice = await noticeFile(actor, slug, now, words);
  return notice.ok ? [{ name: notice.value.name, content: notice.value.bytes }] : [];
}

async function rollPart({ actor, slug, now, words }: ArchiveAsked): Promise<Result<ArchivePart>> {
  const roll = await showRollCall(actor, slug, now);
  if (!roll.ok) return roll;
  const sheet = await writeWorkbook([rollSheet(roll.value.lines, words)]);
  return sheet.ok ? done({ name: `${words("agenda.archive.roll")}.xlsx`, content: sheet.value }) : sheet;
}

async function powerParts({ words }: ArchiveAsked, { id }: Meeting): Promise<Result<ArchivePart[]>> {
  const powers = await read((db) => powersOf(db, id));
  if (powers.length === 0) return done([]);
  const sheet = await writeWorkbook([powerSheet(powers, words)]);
  return sheet.ok ? done([{ name: `${words("agenda.archive.powers")}.xlsx`, content: sheet.value }]) : sheet;
}

async function taskParts({ actor, slug, now, words }: ArchiveAsked): Promise<Result<ArchivePart[]>> {
  const filter = readTaskFilter(new URLSearchParams({ day: slug, state: "" }));
  const tasks = await allTasks(actor, filter, now);
  if (tasks.length === 0) return done([]);
  const sheet = await writeWorkbook([tasksWorkbook(tasks, workbookTexts(words, "zh-CN"))]);
  return sheet.ok ? done([{ name: `${words("agenda.archive.tasks")}.xlsx`, content: sheet.value }]) : sheet;
}

/** The minutes in force as they were issued: the Word file, and the text that their hash is of. */
async function minutesParts(asked: ArchiveAsked, meeting: Meeting): Promise<ArchivePart[]> {
  const { actor, slug, words } = asked;
  const file = await minutesFile(actor, slug, null, words);
  const issued = file.ok ? await read((db) => findMinutes(db, meeting.id)) : undefined;
  if (!file.ok || !issued) return [];
  const stem = words("agenda.archive.minutes");
  return [
    { name: file.value.name, content: file.value.bytes },
    { name: `${stem}.json`, content: utf8.encode(issued.canonicalJson) },
    { name: `${stem}.sha256`, content: utf8.encode(`${issued.sha256}  ${stem}.json\n`) },
  ];
}
