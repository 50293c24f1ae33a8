import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { correctionsOfDay } from "~/plan/corrections.server";
import { findDay } from "~/plan/findDay.server";
import { hasReached, type Stage } from "~/plan/stage";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { resolution, task } from "~db/schema";
import { assemblePaper } from "./assemblePaper";
import type { StoredNote } from "./changeNote";
import { notesOfMinutes } from "./changeNotes.server";
import { findMinutes } from "./findMinutes.server";
import { type Day, roomRight } from "./loadSession.server";
import { type Missing, missingForMinutes, remarksOnMinutes } from "./minutesGate";
import { type Name, type Paper, readPaper } from "./paper";
import { minutesFacts } from "./paperFacts.server";
import { canDecideCorrections, canInSession } from "./permission";
import { type CanonicalRecord, canonicalRecord } from "./record";
import { recordOf } from "./recordOf.server";

/** Minutes that were issued, beside what their paper says. */
export interface IssuedFacts {
  year: number;
  number: number;
  issuedAt: string;
  issuedBy: { name: string; post: Name };
  sha256: string;
  /** Number of each resolution's task, by resolution. */
  tasks: Record<string, string>;
}

/** Everything the minutes page shows. */
export interface MinutesPage {
  now: string;
  day: { month: string; date: string; stage: Stage; host: Name };
  issued: IssuedFacts | null;
  /** What was issued, or would be issued as it stands; null before the session has begun. */
  paper: Paper | null;
  missing: Missing[];
  /** Topics whose drafts will not be issued, and adopted topics without any. */
  remarks: ReturnType<typeof remarksOnMinutes>;
  resolutions: number;
  /** Behind the issued minutes, in order. */
  notes: StoredNote[];
  /** Proposed corrections that the reader may see, and how many of them wait; null where there are none. */
  corrections: { waiting: number } | null;
  can: { close: boolean; reopen: boolean; issue: boolean };
}

/**
 * The minutes of a day: as issued, or as they would be issued from the record as it stands, with everything
 * that is still missing. Refuses with `notFound` to whom the room is closed.
 */
export async function showMinutes(actor: Actor, month: string, now: string): Promise<Result<MinutesPage>> {
  const day = await read(async (db) => {
    const found = await findDay(db, month);
    return found && (await roomRight(db, actor, found)) !== "none" ? found : null;
  });
  if (!day) return refuse("notFound");
  const drafted = hasReached(day.stage, "inSession") && !hasReached(day.stage, "issued");
  const record = drafted ? canonicalRecord((await recordOf(month)).document) : null;
  return done(await read((db) => present(db, { actor, day, record, now })));
}

async function present(
  db: Queries,
  from: { actor: Actor; day: Day; record: CanonicalRecord | null; now: string },
): Promise<MinutesPage> {
  const { actor, day, record, now } = from;
  const draft = record ? await drafted(db, day, record) : nothing;
  const issued = await issuedMinutes(db, day);
  const paper = issued?.paper ?? draft.paper;
  const conducts = canInSession(actor, "conduct", day);
  return {
    now,
    day: {
      month: day.month,
      date: day.date,
      stage: day.stage,
      host: { zh: day.host.nameZh, en: day.host.nameEn },
    },
    ...draft,
    issued: issued?.facts ?? null,
    notes: issued?.notes ?? [],
    corrections: await correctionsOfDay(
      db,
      day.month,
      canDecideCorrections(actor, day) ? null : actor.personId,
    ),
    paper,
    resolutions: paper?.topics.reduce((sum, topic) => sum + topic.resolutions.length, 0) ?? 0,
    can: {
      close: conducts && day.stage === "inSession",
      reopen: conducts && day.stage === "minutes",
      issue: canInSession(actor, "issue", day) && day.stage === "minutes",
    },
  };
}

const nothing: Pick<MinutesPage, "paper" | "missing" | "remarks"> = {
  paper: null,
  missing: [],
  remarks: { leftOut: [], without: [] },
};

async function drafted(db: Queries, day: Day, record: CanonicalRecord): Promise<typeof nothing> {
  const facts = await minutesFacts(db, day);
  return {
    paper: assemblePaper(record, facts.topics, facts.paper, facts.unitName),
    missing: missingForMinutes(record, facts.gate),
    remarks: remarksOnMinutes(record, facts.gate),
  };
}

async function issuedMinutes(db: Queries, day: Day) {
  const row = await findMinutes(db, day.id);
  if (!row) return null;
  const { year, number, issuedAt, sha256 } = row;
  const paper = readPaper(row.canonicalJson);
  const issuedBy = paper?.issuedBy ?? { name: "", post: { zh: "", en: "" } };
  const notes = await notesOfMinutes(db, row.id);
  return {
    paper,
    notes,
    facts: { year, number, issuedAt, issuedBy, sha256, tasks: await tasksOf(db, row.id) },
  };
}

async function tasksOf(db: Queries, minutesId: string): Promise<Record<string, string>> {
  const rows = await db
    .select({ id: resolution.id, number: task.number })
    .from(resolution)
    .innerJoin(task, eq(task.resolutionId, resolution.id))
    .where(eq(resolution.minutesId, minutesId));
  return Object.fromEntries(rows.map((row) => [row.id, row.number]));
}
