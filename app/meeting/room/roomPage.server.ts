import { asc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { declaredDays } from "~/calendar/declaredDays.server";
import { unusualDays } from "~/calendar/unusualDays";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result } from "~/ledger/result";
import { mayLead } from "~/meeting/conduct/mayLead";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { deferredFrom } from "~/meeting/deferral/callDeferred.server";
import { laterMeetings } from "~/meeting/deferral/laterMeetings.server";
import { opinionsOf } from "~/meeting/opinion/opinionsOf.server";
import { waitingWords } from "~/meeting/overwritten/overwrittenOf.server";
import { mayReserve, reservingStages } from "~/meeting/reservation/reservation";
import { reservationsOf, reservingUnits } from "~/meeting/reservation/reservationsOf.server";
import { needsOfTopics, roomPromises } from "~/meeting/resource/topicNeeds.server";
import { type CanonicalRecord, mentionsOf } from "~/record/document/record";
import { findMentionNames } from "~/record/editor/findMentionNames.server";
import { taskScope } from "~/task/scope.server";
import { unitChoices } from "~/unit/typing/unitChoices.server";
import type { UnitChoice } from "~/unit/typing/unitMatch";
import { leadKinds, unitKinds } from "~/unit/unit";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { liveRecord, liveRoom, meeting as meetingTable, unit } from "~db/schema";
import { proposedLeads } from "./proposedLeads.server";
import { type RoomFacts, roomFacts } from "./roomFacts.server";
import { countRoll, type RoomUnit, type RoomView } from "./roomView";

// Of a record that names more than people ever do, the page asks for the rest as it comes into sight.
const mostNames = 1_000;

// What is resolved is due within months, seldom more than a year.
const daysAhead = 550;

/**
 * Everything the room's page and its screen begin with: the facts of the day, the units a resolution may
 * name, and the record as it was last written down, for a page without script. Refuses like `roomFacts`.
 */
export async function roomPage(actor: Actor, slug: string, now: string): Promise<Result<RoomView>> {
  const facts = await roomFacts(actor, slug);
  if (!facts.ok) return facts;
  const room = liveRoomName(slug);
  const { meeting } = facts.value;
  const [epoch, units, record] = await read((db) =>
    Promise.all([epochOf(db, room), unitsOf(db, meeting), lastRecord(db, room)]),
  );
  const proposed = await read((db) => proposedLeads(db, meeting.id));
  const unusual = await read(async (db) => unusualDays(meeting.date, daysAhead, await declaredDays(db)));
  const named = record ? mentionsOf(record).slice(0, mostNames) : [];
  const mentions = await read((db) => findMentionNames(db, named, taskScope(actor)));
  const overwritten = await waitingWords(actor, slug);
  const opinions = await read((db) => opinionsIn(db, actor, facts.value.meeting));
  const promises = await read((db) => promisesIn(db, actor, facts.value.meeting.id));
  const me = { personId: actor.personId };
  const reserved = await read((db) => reservationsIn(db, actor, facts.value, now));
  const deferral = await read((db) => deferralIn(db, facts.value));
  return done({
    ...viewOf(facts.value),
    room,
    epoch,
    ...units,
    proposedLeads: proposed,
    unusualDays: unusual,
    record,
    overwritten,
    opinions,
    promises,
    ...reserved,
    ...deferral,
    mentions,
    me,
  });
}

/** In the room a date is over when that of the meeting has come. */
function opinionsIn(db: Queries, actor: Actor, { id, date }: RoomFacts["meeting"]) {
  return opinionsOf(db, actor, id, date);
}

/** What units do not go along with, and for which of them the reader may say so. */
async function reservationsIn(db: Queries, actor: Actor, { meeting }: RoomFacts, now: string) {
  const [row] = await db.select().from(meetingTable).where(eq(meetingTable.id, meeting.id));
  const units = (await reservingUnits(db, meeting.id, now)).filter((unit) => mayReserve(actor, row!, unit));
  const open = reservingStages.includes(meeting.stage);
  const reservations = (await reservationsOf(db, meeting.id)).map(
    ({ id, topicId, unitId, unit, words, at, readAt, version }) => ({
      ...{ id, topicId, unitId, unit, words, at, readAt, version },
      own: open && units.some((one) => one.unitId === unitId),
    }),
  );
  return { reservations, reserving: open ? units.map(({ unitId, name }) => ({ unitId, name })) : [] };
}

/** To which meetings a topic can be put off, and which were put off to this one. */
async function deferralIn(db: Queries, { meeting, can }: RoomFacts) {
  const later = can.close ? await laterMeetings(db, meeting) : [];
  return {
    laterMeetings: later.map(({ id, slug, title, date }) => ({ id, slug, title, date })),
    deferredFrom: await deferredFrom(db, meeting.id),
  };
}

async function promisesIn(db: Queries, actor: Actor, meetingId: string) {
  return roomPromises(await needsOfTopics(db, actor, meetingId));
}

function viewOf(facts: RoomFacts) {
  const { meeting, attendance, quorum, lookBack, topics, outcomesWaitFor, minutes, amendment, can } = facts;
  const { writer, writing } = facts;
  return {
    ...meeting,
    ...{ quorum, lookBack, outcomesWaitFor, minutes, amendment },
    writes: can.write,
    ...{ writer, writing },
    reopens: can.reopenTopic,
    // Who may close the session holds it.
    conducts: can.close,
    roll: countRoll(attendance),
    outcomes: topics.flatMap(({ id, outcome, note, deferredTo, reopened }) =>
      outcome ? [{ topicId: id, outcome, note, deferredTo, reopened }] : [],
    ),
  };
}

async function epochOf(db: Queries, room: string): Promise<number> {
  const [row] = await db.select({ epoch: liveRoom.epoch }).from(liveRoom).where(eq(liveRoom.name, room));
  return row?.epoch ?? 1;
}

/** The units that a resolution may name, and as they are typed those of them that can lead. */
async function unitsOf(
  db: Queries,
  meeting: RoomFacts["meeting"],
): Promise<{ units: RoomUnit[]; leads: UnitChoice[] }> {
  const rows = await db
    .select({
      id: unit.id,
      kind: unit.kind,
      parentId: unit.parentId,
      closedAt: unit.closedAt,
      shortZh: unit.shortZh,
      ...nameOfUnit(unit),
    })
    .from(unit)
    .orderBy(asc(unit.sortKey), asc(unit.id));
  const order = (kind: RoomUnit["kind"]) => {
    const at = leadKinds.indexOf(kind);
    return at === -1 ? leadKinds.length + unitKinds.indexOf(kind) : at;
  };
  const named = rows
    .map((row) => ({ ...row, leads: row.closedAt === null && mayLead(meeting, row) }))
    .filter((row) => row.leads || row.kind !== "community")
    .sort((a, b) => order(a.kind) - order(b.kind));
  const leads = named.filter((row) => row.leads);
  return {
    units: named.map(({ id, kind, zh, en }) => ({ id, kind, zh, en })),
    leads: await unitChoices(
      db,
      leads.map(({ id, zh, en, shortZh }) => ({ id, name: { zh, en }, shortZh })),
    ),
  };
}

async function lastRecord(db: Queries, room: string): Promise<CanonicalRecord | null> {
  const [row] = await db.select({ json: liveRecord.json }).from(liveRecord).where(eq(liveRecord.room, room));
  return row ? (JSON.parse(row.json) as CanonicalRecord) : null;
}
