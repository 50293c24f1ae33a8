import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { addDays } from "~/calendar/day";
import { workingDaysBefore } from "~/calendar/workingDay";
import type { Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { type InvitationsOfDay, invitationsOfDay } from "~/meeting/attendance/invitationsOfDay.server";
import { entryOf } from "~/meeting/conduct/alignRecord.server";
import { alignRecordDocument } from "~/meeting/conduct/alignRecordDocument";
import { type Day, findDay } from "~/meeting/conduct/findMeeting.server";
import { type OpeningDeparture, openingDepartures } from "~/meeting/conduct/openingDepartures";
import { holdsMeeting, type RoomRight } from "~/meeting/conduct/permission";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import type { Outcome } from "~/meeting/conduct/topic";
import { type TopicRow, topicsOfDay } from "~/meeting/conduct/topicsOfDay.server";
import { hasReached, type Stage } from "~/meeting/kind/stage";
import { countUndecided } from "~/problem/screening/countUndecided.server";
import { listTopics } from "~/record/document/record";
import { rulesOfDay } from "~/rules/rulesOfDay.server";
import type { UnitKind } from "~/unit/unit";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { ledgerEntry, unit } from "~db/schema";
import { type MaterialPart, missingMaterials } from "./materials";
import { type AgendaLine, agendaOf, countsAgainstLimit, isAsPublished } from "./publishedAgenda";

/** An entry as the agenda page shows it. */
export interface AgendaPageLine extends AgendaLine {
  /** What its materials lack; null where there are none to have. */
  materials: MaterialPart[] | null;
  outcome: Outcome | null;
  /** Written straight into the record: not an entry of the agenda yet. */
  unplaced: boolean;
}

/** Everything the agenda page shows. */
export interface AgendaPage {
  now: string;
  day: {
    month: string;
    date: string;
    stage: Stage;
    host: Name;
    /** Dates by which the agenda is to be approved and materials handed out. */
    approveBy: string;
    materialsBy: string;
  };
  /** Matters still to be decided on, before the agenda begins. */
  undecided: number;
  lines: AgendaPageLine[];
  off: { id: string; title: string }[];
  limit: { most: number; count: number };
  minutes: number;
  published: { at: string; asNow: boolean } | null;
  /** What would depart when the session is opened now. */
  departures: OpeningDeparture[];
  invitations: InvitationsOfDay;
  units: { id: string; kind: UnitKind; name: Name }[];
  can: {
    start: boolean;
    /** Move entries, change their words. */
    arrange: boolean;
    /** Add, take off, publish, invite. */
    prepare: boolean;
    publish: boolean;
    /** Take entries off that stand in the record alone. */
    clear: boolean;
    open: boolean;
  };
}

/**
 * The agenda of a day in the order of its record, and who is called to it. The office and the chair see the
 * page from the start, others once there is an agenda; before, it does not exist for them (`notFound`).
 */
export async function showAgenda(actor: Actor, month: string, now: string): Promise<Result<AgendaPage>> {
  const found = await read(async (db) => {
    const day = await findDay(db, month);
    if (!day) return null;
    const right = await roomRight(db, actor, day);
    if (right === "none" && !holdsMeeting(actor, day)) return null;
    return { day, right, topics: await topicsOfDay(db, day.id) };
  });
  if (!found) return refuse("notFound");
  const { day, topics } = found;
  const written = hasReached(day.stage, "agenda") ? await writtenAgenda(month, topics) : nothing;
  return done(await read((db) => present(db, { actor, now, written, ...found })));
}

interface Written {
  lines: AgendaLine[];
  off: { id: string; title: string }[];
}
const nothing: Written = { lines: [], off: [] };

/** As the record has it, or will have it in a moment: what an alignment has yet to write is shown already. */
async function writtenAgenda(month: string, topics: readonly TopicRow[]): Promise<Written> {
  const { document } = await recordOf(month);
  alignRecordDocument(document, topics.map(entryOf));
  const withdrawn = listTopics(document, { withdrawn: true }).filter((topic) => topic.withdrawn);
  return { lines: agendaOf(document), off: withdrawn.map(({ id, title }) => ({ id, title })) };
}

async function present(
  db: Queries,
  from: {
    actor: Actor;
    now: string;
    day: Day;
    right: RoomRight;
    topics: readonly TopicRow[];
    written: Written;
  },
): Promise<AgendaPage> {
  const { actor, now, day, topics, written } = from;
  const rules = await rulesOfDay(db, day.id);
  const known = new Map(topics.map((topic) => [topic.id, topic]));
  const units = await db.select().from(unit).orderBy(asc(unit.id));
  return {
    now,
    day: {
      month: day.slug,
      date: day.date,
      stage: day.stage,
      host: nameOfUnit(day.host),
      approveBy: workingDaysBefore(day.date, rules.agenda.approvedWorkingDaysBefore),
      materialsBy: addDays(day.date, -rules.agenda.materialsDaysBefore),
    },
    undecided: await countUndecided(db, day.id),
    lines: written.lines.map((line) => lineOf(line, known.get(line.id), rules.agenda.materialsCharacters)),
    off: written.off.filter(({ id }) => known.has(id)),
    limit: { most: rules.agenda.limit, count: written.lines.filter(countsAgainstLimit).length },
    minutes: written.lines.reduce((sum, line) => sum + (line.minutesAllotted ?? 0), 0),
    published: await publishedAs(db, day, written.lines),
    departures: openingDepartures(day, now),
    invitations: await invitationsOfDay(db, actor, day, topics),
    units: units.map((one) => ({
      id: one.id,
      kind: one.kind,
      name: nameOfUnit(one),
    })),
    can: rightsOf(actor, day, from.right),
  };
}

function lineOf(line: AgendaLine, topic: TopicRow | undefined, most: number): AgendaPageLine {
  const { problem } = topic ?? {};
  return {
    ...line,
    materials: problem ? missingMaterials(problem, most) : null,
    outcome: topic?.outcome ?? null,
    unplaced: topic === undefined,
  };
}

/** The agenda as last published stands in the ledger; whether it still is the one of the record. */
async function publishedAs(db: Queries, day: Day, lines: AgendaLine[]): Promise<AgendaPage["published"]> {
  if (!day.agendaPublishedAt) return null;
  const [last] = await db
    .select({ after: ledgerEntry.after })
    .from(ledgerEntry)
    .where(
      and(
        inArray(ledgerEntry.subjectKind, ["meeting", "day"]),
        eq(ledgerEntry.subjectId, day.id),
        eq(ledgerEntry.verb, "session.publishAgenda"),
      ),
    )
    .orderBy(desc(ledgerEntry.sequence))
    .limit(1);
  const { agenda } = JSON.parse(last?.after ?? '{"agenda":[]}') as { agenda: AgendaLine[] };
  return { at: day.agendaPublishedAt, asNow: isAsPublished(agenda, lines) };
}

function rightsOf(actor: Actor, day: Day, right: RoomRight): AgendaPage["can"] {
  const prepares = holdsMeeting(actor, day);
  const agenda = day.stage === "agenda";
  const open = hasReached(day.stage, "agenda") && !hasReached(day.stage, "issued");
  return {
    start: prepares && day.stage === "screening",
    arrange: right === "write",
    prepare: prepares && open,
    publish: prepares && agenda,
    clear: prepares && (open || day.amendment !== null),
    open: holdsMeeting(actor, day) && agenda,
  };
}
