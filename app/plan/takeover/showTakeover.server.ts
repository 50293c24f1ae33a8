import { count, desc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Refusal, type Result, refuse } from "~/ledger/result";
import { mayTakeOver } from "~/plan/permission";
import { concernableUnits, type NamedUnit, unitsById } from "~/unit/namedUnits.server";
import { unitChoices } from "~/unit/typing/unitChoices.server";
import type { UnitChoice } from "~/unit/typing/unitMatch";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { meeting, takenOverMeeting, takenOverRow, takeover, task } from "~db/schema";
import { type Choices, ledgerFileLimits } from "./choices";
import { type PlannedRow, planTakeover, type TakeoverPlan } from "./planTakeover.server";
import { waitingLedger } from "./takeoverUpload.server";
import { touchedTasks } from "./undoTakeover.server";

/** A row as the preview shows it. */
export interface ShownRow
  extends Pick<PlannedRow, "sheet" | "row" | "title" | "does" | "faults" | "severalLead"> {
  task: (NonNullable<PlannedRow["task"]> & { lead: NamedUnit; street: NamedUnit }) | null;
}

/** A file that waits, with what would become of it. */
export interface ShownLedger {
  fileName: string;
  choices: Choices;
  refusal?: Refusal;
  headers: string[];
  columns: TakeoverPlan["columns"];
  unknown: TakeoverPlan["unknown"];
  rows: ShownRow[];
  counts: Record<PlannedRow["does"], number> & { meetings: number };
  /** What can be chosen for a name, and the consultation office itself. */
  units: (NamedUnit & UnitChoice)[];
  officeId: string;
}

/** An act by which an earlier ledger was taken over. */
export interface PastTakeover {
  id: string;
  fileName: string;
  at: string;
  undoneAt: string | null;
  tasks: number;
  /** Tasks of it that something has happened to. */
  touched: number;
}

/** A meeting that an earlier ledger names. */
export interface EarlierMeetingLine {
  slug: string;
  title: string;
  date: string;
  documentNumber: string;
  tasks: number;
}

/** The page on which an earlier ledger is taken over. */
export interface TakeoverPage {
  now: string;
  limits: { megabytes: number; rows: number };
  waiting: ShownLedger | null;
  past: PastTakeover[];
  meetings: EarlierMeetingLine[];
}

/** Shows what taking over would do, and what was taken over. Refuses with `notAllowed`. */
export async function showTakeover(actor: Actor, now: string): Promise<Result<TakeoverPage>> {
  if (!mayTakeOver(actor)) return refuse("notAllowed");
  const { megabytes, rows } = ledgerFileLimits;
  const waiting = await showWaiting(actor, now);
  return read(async (db) =>
    done({
      now,
      limits: { megabytes, rows },
      waiting,
      past: await pastOf(db),
      meetings: await meetingsOf(db),
    }),
  );
}

async function showWaiting(actor: Actor, now: string): Promise<ShownLedger | null> {
  const file = await waitingLedger(actor);
  if (!file) return null;
  const plan = await planTakeover(actor, file, now);
  const { rows, headers, columns, unknown }: TakeoverPlan = plan.ok
    ? plan.value
    : { rows: [], headers: [], columns: {}, unknown: [] };
  return read(async (db) => {
    const tasks = rows.flatMap(({ task: one }) => one ?? []);
    const named = await unitsById(db, [
      actor.unitId,
      ...tasks.flatMap(({ leadUnitId, streetId }) => [leadUnitId, streetId]),
    ]);
    return {
      ...{ fileName: file.fileName, choices: file.choices, headers, columns, unknown },
      refusal: plan.ok ? undefined : plan.refusal,
      rows: rows.map((row) => shownRow(row, named)),
      counts: countOf(rows),
      units: await unitChoices(db, await concernableUnits(db)),
      officeId: actor.unitId,
    };
  });
}

function shownRow(
  { sheet, row, title, does, faults, severalLead, task: one }: PlannedRow,
  named: Map<string, NamedUnit>,
) {
  const lead = one && named.get(one.leadUnitId);
  const street = one && named.get(one.streetId);
  const shown = does === "add" && one && lead && street ? { ...one, lead, street } : null;
  return { sheet, row, title, does, faults, severalLead, task: shown };
}

function countOf(rows: readonly PlannedRow[]): ShownLedger["counts"] {
  const counts = { add: 0, known: 0, refused: 0 };
  for (const { does } of rows) counts[does] += 1;
  const sources = rows.flatMap(({ does, task: one }) =>
    does === "add" && one ? JSON.stringify(one.source) : [],
  );
  return { ...counts, meetings: new Set(sources).size };
}

async function pastOf(db: Queries): Promise<PastTakeover[]> {
  const rows = await db.select().from(takeover).orderBy(desc(takeover.at), desc(takeover.id)).limit(20);
  return Promise.all(
    rows.map(async ({ id, fileName, at, undoneAt }) => ({
      ...{ id, fileName, at, undoneAt },
      tasks: await db.$count(takenOverRow, eq(takenOverRow.takeoverId, id)),
      touched: await touchedTasks(db, id),
    })),
  );
}

async function meetingsOf(db: Queries): Promise<EarlierMeetingLine[]> {
  return db
    .select({
      ...{ slug: meeting.slug, title: meeting.title, date: meeting.date },
      documentNumber: takenOverMeeting.documentNumber,
      tasks: count(task.id),
    })
    .from(takenOverMeeting)
    .innerJoin(meeting, eq(meeting.id, takenOverMeeting.meetingId))
    .innerJoin(task, eq(task.meetingId, meeting.id))
    .groupBy(meeting.id)
    .orderBy(desc(meeting.date), desc(meeting.number))
    .limit(100);
}
