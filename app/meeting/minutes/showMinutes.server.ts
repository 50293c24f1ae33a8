import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { AskedMinutes, NamedMinutes } from "~/address/minutesAddress";
import type { ShownFiles } from "~/file/fileRights";
import { filesOn } from "~/file/filesOn.server";
import type { Name } from "~/i18n/language";
import { done, type Result, refuse } from "~/ledger/result";
import { correctionsOf } from "~/meeting/conduct/corrections.server";
import { minutesFileRights } from "~/meeting/conduct/fileRights";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { issuedStages } from "~/meeting/conduct/loadSession.server";
import { minutesFiles } from "~/meeting/conduct/meetingFiles.server";
import { canDecideCorrections, holdsMeeting } from "~/meeting/conduct/permission";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { hasReached } from "~/meeting/kind/stage";
import { paperTexts } from "~/meeting/wording/paperTexts.server";
import { type CanonicalRecord, canonicalRecord } from "~/record/document/record";
import type { ShownApprovals } from "~/rules/shownApproval";
import { shownApprovals } from "~/rules/shownApprovals.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { resolution, task } from "~db/schema";
import { assemblePaper } from "./assemblePaper";
import type { StoredNote } from "./changeNote";
import { notesOfMinutes } from "./changeNotes.server";
import { allMinutes, type MinutesRow } from "./findMinutes.server";
import { type Missing, missingForMinutes, remarksOnMinutes } from "./missingForMinutes";
import { type IssuedPaper, type Paper, readPaper } from "./paper";
import { type MinutesFacts, minutesFacts } from "./paperFacts.server";
import { type AmendmentFacts, amendmentFacts } from "./showAmendment.server";

/** Minutes that were issued, beside what their paper says. */
export interface IssuedFacts extends NamedMinutes {
  issuedAt: string;
  issuedBy: { name: string; post: Name };
  sha256: string;
  /** Where the ledger ended by then; left out in minutes issued before that was kept. */
  ledgerHead?: IssuedPaper["ledgerHead"];
  /** Number of each resolution's task, by resolution. */
  tasks: Record<string, string>;
  /** The amended minutes in their place; null while they are in force. */
  replacedBy: NamedMinutes | null;
  /** What they replaced, directly and before, the last first. */
  replaced: (NamedMinutes & { issuedAt: string })[];
}

/** Everything the minutes page shows. */
export interface MinutesPage {
  now: string;
  meeting: ShownMeeting;
  issued: IssuedFacts | null;
  /** The amendment that is being written; null while there is none. */
  amendment: AmendmentFacts | null;
  /** What was issued, or would be issued as it stands; null before the session has begun. */
  paper: Paper | null;
  missing: Missing[];
  /** Topics whose drafts will not be issued, and adopted topics without any. */
  remarks: ReturnType<typeof remarksOnMinutes>;
  /** The quorum that held when each topic was decided, in units; topics of a kind that asks for none are left out. */
  quorums: { topicId: string; title: string; invited: number; present: number; needed: number }[];
  /** Resolutions that become tasks when it is issued. */
  resolutions: number;
  /** Behind the issued minutes, in order; in front of them those behind the minutes they replaced. */
  notes: StoredNote[];
  /** Proposed corrections that the reader may see, and how many of them wait; null where there are none. */
  corrections: { waiting: number } | null;
  /** Attached to the minutes, whichever are in force. */
  files: ShownFiles;
  /** What was asked to be approved, and whom one may name; null where the session is not to be taken up again. */
  approvals: ShownApprovals | null;
  can: { close: boolean; reopen: boolean; issue: boolean; word: boolean; amend: boolean; drop: boolean };
}

/**
 * The minutes of a day: as issued, or as they would be issued from the record as it stands, with everything
 * that is still missing. Refuses with `notFound` to whom the room is closed, and for minutes that there are not.
 * @param asked minutes by their number, or the draft of amended ones; null for those in force
 */
export async function showMinutes(
  actor: Actor,
  slug: string,
  asked: AskedMinutes,
  now: string,
): Promise<Result<MinutesPage>> {
  const day = await read(async (db) => {
    const found = await findMeeting(db, slug);
    return found && (await roomRight(db, actor, found)) !== "none" ? found : null;
  });
  if (!day) return refuse("notFound");
  const before = hasReached(day.stage, "inSession") && !hasReached(day.stage, "issued");
  const record = before || day.amendment ? canonicalRecord((await recordOf(slug)).document) : null;
  return read((db) => present(db, { actor, meeting: day, record, asked, now }));
}

async function present(
  db: Queries,
  from: { actor: Actor; meeting: Meeting; record: CanonicalRecord | null; asked: AskedMinutes; now: string },
): Promise<Result<MinutesPage>> {
  const { actor, meeting: day, record, asked, now } = from;
  const { slug } = day;
  const all = await allMinutes(db, day.id);
  const chosen = chosenOf(all, asked);
  if (chosen === undefined || (asked === "draft" && !day.amendment)) return refuse("notFound");
  // Of minutes that were replaced nothing is left to do.
  const current = !chosen || chosen === all[0];
  const draft = current && record ? await drafted(db, day, record) : nothing;
  const issued = chosen && (await issuedMinutes(db, chosen, all));
  const decides = canDecideCorrections(actor, day);
  const can = current ? rightsOf(actor, day) : no;
  return done({
    now,
    meeting: shownMeeting(day),
    ...draft,
    issued: issued?.facts ?? null,
    amendment: current ? await amendmentFacts(db, day, all[0]) : null,
    notes: issued?.notes ?? [],
    corrections: await correctionsOf(db, slug, decides ? null : actor.personId),
    paper: issued ? issued.paper : draft.paper,
    files: await filesOn(db, actor, minutesFiles.kind, {
      id: day.id,
      rights: minutesFileRights(holdsMeeting(actor, day)),
    }),
    approvals: can.reopen ? await shownApprovals(db, actor, day, now) : null,
    can,
  });
}

/** Those asked for, by default those in force; null for a draft, undefined when there are none of that number. */
function chosenOf(all: readonly MinutesRow[], asked: AskedMinutes): MinutesRow | null | undefined {
  if (asked === null) return all[0] ?? null;
  if (asked === "draft") return null;
  return all.find((row) => row.year === asked.year && row.number === asked.number);
}

const no: MinutesPage["can"] = {
  close: false,
  reopen: false,
  issue: false,
  word: false,
  amend: false,
  drop: false,
};

function rightsOf(actor: Actor, day: Meeting): MinutesPage["can"] {
  const conducts = holdsMeeting(actor, day);
  const issues = holdsMeeting(actor, day);
  const amending = day.amendment !== null;
  return {
    close: conducts && day.stage === "inSession",
    reopen: conducts && day.stage === "minutes",
    issue: issues && (day.stage === "minutes" || amending),
    word: issues && (day.stage === "minutes" || amending),
    amend: issues && issuedStages.includes(day.stage) && !amending,
    drop: issues && amending,
  };
}

const nothing: Pick<MinutesPage, "paper" | "missing" | "remarks" | "quorums" | "resolutions"> = {
  paper: null,
  missing: [],
  remarks: { leftOut: [], without: [] },
  quorums: [],
  resolutions: 0,
};

async function drafted(db: Queries, meeting: Meeting, record: CanonicalRecord): Promise<typeof nothing> {
  const facts = await minutesFacts(db, meeting);
  const paper = assemblePaper(record, facts.topics, facts.paper, facts.unitName, paperTexts, facts.adopted);
  const adopted = new Set(facts.adopted.map(({ line }) => line.id));
  const resolutions = paper.topics.flatMap((topic) => topic.resolutions);
  return {
    paper,
    missing: missingForMinutes(record, facts.gate),
    remarks: remarksOnMinutes(record, facts.gate),
    quorums: meeting.amendment ? [] : quorumsOf(record, facts),
    resolutions: resolutions.filter((one) => !adopted.has(one.id)).length,
  };
}

function quorumsOf(record: CanonicalRecord, { topics }: MinutesFacts): MinutesPage["quorums"] {
  return record.topics.flatMap(({ id, title }) => {
    const row = topics.find((topic) => topic.id === id && topic.outcome !== null && !topic.withdrawn);
    const { quorumInvited: invited, quorumPresent: present, quorumNeeded: needed } = row ?? noQuorum;
    if (invited === null || present === null || needed === null) return [];
    return [{ topicId: id, title, invited, present, needed }];
  });
}

const noQuorum = { quorumInvited: null, quorumPresent: null, quorumNeeded: null };

async function issuedMinutes(db: Queries, row: MinutesRow, all: readonly MinutesRow[]) {
  const { year, number, issuedAt, sha256 } = row;
  const paper = readPaper(row.canonicalJson);
  const issuedBy = paper?.issuedBy ?? { name: "", post: { zh: "", en: "" } };
  const at = all.indexOf(row);
  const by = all[at - 1];
  const replaced = all.slice(at + 1);
  const inOrder = [row, ...replaced].reverse();
  const notes = await Promise.all(inOrder.map((one) => notesOfMinutes(db, one.id)));
  const facts: IssuedFacts = {
    ...{ year, number, issuedAt, issuedBy, sha256, ledgerHead: paper?.ledgerHead },
    tasks: await tasksOf(db, row.meetingId),
    replacedBy: by ? { year: by.year, number: by.number } : null,
    replaced: replaced.map((one) => ({ year: one.year, number: one.number, issuedAt: one.issuedAt })),
  };
  return { paper, notes: notes.flat(), facts };
}

/** Amended minutes hold what earlier ones have adopted: the tasks are those of the day. */
async function tasksOf(db: Queries, meetingId: string): Promise<Record<string, string>> {
  const rows = await db
    .select({ id: resolution.id, number: task.number })
    .from(resolution)
    .innerJoin(task, eq(task.resolutionId, resolution.id))
    .where(eq(resolution.meetingId, meetingId));
  return Object.fromEntries(rows.map((row) => [row.id, row.number]));
}
