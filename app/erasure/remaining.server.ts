import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { meetingOfRoom } from "~/meeting/conduct/roomName";
import type { Queries } from "~db/connect";
import { type Column, holdsAny } from "~db/passage";
import {
  agendaProposal,
  changeNote,
  correctionProposal,
  file,
  importUpload,
  liveRecord,
  meeting,
  minutes,
  overwrittenWords,
  problem,
  unit,
  withheldProblem,
} from "~db/schema";
import { type Around, attachedTo } from "./homes.server";
import type { Remaining } from "./remains";

/** Finds where words will still stand: in minutes, records and corrections, other problems, and files that wait. */
export async function remainingPlaces(
  db: Queries,
  { id, number, streetId }: { id: string; number: string; streetId: string },
  around: Around,
  fragments: readonly string[],
): Promise<Remaining[]> {
  return [
    ...(await inMinutes(db, fragments)),
    ...(await inRooms(db, "record", liveRecord.room, holdsAny(liveRecord.json, fragments))),
    ...(await inRooms(
      db,
      "corrections",
      correctionProposal.room,
      holdsAny(correctionProposal.difference, fragments),
    )),
    ...(await inRooms(db, "overwritten", overwrittenWords.room, holdsAny(overwrittenWords.value, fragments))),
    ...(await inProposals(db, fragments)),
    ...(await inProblems(db, id, fragments)),
    ...(await inFiles(db, number, around)),
    ...(await inUploads(db, streetId)),
  ];
}

async function inMinutes(db: Queries, fragments: readonly string[]): Promise<Remaining[]> {
  const noted = db
    .select({ id: changeNote.minutesId })
    .from(changeNote)
    .where(holdsAny(changeNote.text, fragments));
  const rows = await db
    .selectDistinct({ slug: meeting.slug })
    .from(minutes)
    .innerJoin(meeting, eq(meeting.id, minutes.meetingId))
    .where(or(holdsAny(minutes.canonicalJson, fragments), inArray(minutes.id, noted)));
  return rows.map(({ slug }) => ({ in: "minutes", slug }));
}

async function inRooms(
  db: Queries,
  kind: "record" | "corrections" | "overwritten",
  room: Column,
  holds: ReturnType<typeof holdsAny>,
): Promise<Remaining[]> {
  const rows = await db.selectDistinct({ room }).from(room.table).where(holds);
  return rows.flatMap((row) => {
    const slug = meetingOfRoom(String(row.room));
    return slug ? [{ in: kind, slug }] : [];
  });
}

async function inProposals(db: Queries, fragments: readonly string[]): Promise<Remaining[]> {
  const { proposed, stood, word, meetingId } = agendaProposal;
  const rows = await db
    .selectDistinct({ slug: meeting.slug })
    .from(agendaProposal)
    .innerJoin(meeting, eq(meeting.id, meetingId))
    .where(or(...[proposed, stood, word].map((text) => holdsAny(text, fragments))));
  return rows.map(({ slug }) => ({ in: "proposals", slug }));
}

async function inProblems(db: Queries, id: string, fragments: readonly string[]): Promise<Remaining[]> {
  const { title, originalWording, summary, place, question, coordination } = problem;
  const texts = [title, originalWording, summary, place, question, coordination];
  const withheld = await db.select({ id: withheldProblem.problemId }).from(withheldProblem);
  const rows = await db
    .select({ id: problem.id, number: problem.number })
    .from(problem)
    .where(and(ne(problem.id, id), or(...texts.map((text) => holdsAny(text, fragments)))))
    .limit(50);
  const hidden = new Set(withheld.map((row) => row.id));
  return rows.flatMap((row) => (hidden.has(row.id) ? [] : [{ in: "problem", number: row.number }]));
}

/** Nobody knows what is to be seen on a photo, or stands in a file. */
async function inFiles(db: Queries, number: string, around: Around): Promise<Remaining[]> {
  const [one] = await db
    .select({ id: file.id })
    .from(file)
    .where(and(attachedTo(around), isNull(file.removedAt)))
    .limit(1);
  return one ? [{ in: "files", number }] : [];
}

/** A file that waits to be imported is packed: nobody knows what stands in it. */
async function inUploads(db: Queries, streetId: string): Promise<Remaining[]> {
  const rows = await db
    .select({ month: meeting.slug, street: unit.slug })
    .from(importUpload)
    .innerJoin(meeting, eq(meeting.id, importUpload.dayId))
    .innerJoin(unit, eq(unit.id, importUpload.streetId))
    .where(eq(importUpload.streetId, streetId));
  return rows.map((row) => ({ in: "upload", ...row }));
}
