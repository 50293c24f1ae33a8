import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { NamedMinutes } from "~/address/minutesAddress";
import type { Language, Name } from "~/i18n/language";
import { nameOfUnit, noName, titleOfPost } from "~/i18n/names";
import { type RecordDifference, recordDifference } from "~/record/difference/compareRecords";
import type { CanonicalRecord } from "~/record/document/record";
import { labelMentions } from "~/record/editor/labelMentions.server";
import type { Queries } from "~db/connect";
import { changeNote, correctionProposal, minutes, person, post, unit } from "~db/schema";
import type { CorrectionOrigin, CorrectionState } from "./correction";

/** Somebody with the post they acted in, both as they were then. */
export interface Who {
  name: string;
  post: Name;
  unit: Name;
}

/** A change note by its number and the minutes it stands behind. */
export interface NotePlace {
  number: number;
  minutes: NamedMinutes;
}

/** One proposed correction: whose, what it would change, what was decided. */
export interface CorrectionFacts {
  id: string;
  version: number;
  state: CorrectionState;
  origin: CorrectionOrigin;
  at: string;
  /** Null where nobody is known any more. */
  by: Who | null;
  /** What it would change of the record as it was when it came. */
  difference: RecordDifference | null;
  decision: { at: string; by: Who | null; reason: string; note: NotePlace | null } | null;
}

const most = 200;

/**
 * The proposed corrections that a reader may see: waiting ones first, oldest first; then decided ones, latest
 * first. Things are named in a language.
 */
export async function correctionsWhere(
  db: Queries,
  where: ReturnType<typeof and>,
  language: Language,
): Promise<CorrectionFacts[]> {
  const { state, at, decidedAt } = correctionProposal;
  const rows = (order: ReturnType<typeof asc>, states: CorrectionState[]) =>
    db
      .select({
        proposal: correctionProposal,
        note: changeNote.number,
        minutes: { year: minutes.year, number: minutes.number },
      })
      .from(correctionProposal)
      .leftJoin(changeNote, eq(changeNote.proposalId, correctionProposal.id))
      .leftJoin(minutes, eq(minutes.id, changeNote.minutesId))
      .where(and(where, inArray(state, states)))
      .orderBy(order)
      .limit(most);
  const found = [
    ...(await rows(asc(at), ["waiting"])),
    ...(await rows(desc(decidedAt), ["adopted", "refused"])),
  ];
  const who = await whoOf(db, found);
  return Promise.all(
    found.map(({ proposal, note, minutes }) =>
      lineOf(db, proposal, {
        note: note === null || !minutes ? null : { number: note, minutes },
        who,
        language,
      }),
    ),
  );
}

type Proposal = typeof correctionProposal.$inferSelect;

async function lineOf(
  db: Queries,
  row: Proposal,
  { note, who, language }: { note: NotePlace | null; who: WhoOf; language: Language },
): Promise<CorrectionFacts> {
  const { id, version, state, origin, at } = row;
  const stored = row.difference === null ? null : (JSON.parse(row.difference) as StoredDifference);
  const told = (record: CanonicalRecord) => labelMentions(db, record, language);
  return {
    id,
    version,
    state,
    origin,
    at,
    by: who(row.personId, row.postId),
    difference: stored && recordDifference(await told(stored.before), await told(stored.after)),
    decision: row.decidedAt
      ? { at: row.decidedAt, by: who(row.decidedBy, row.decidedPostId), reason: row.reason ?? "", note }
      : null,
  };
}

type WhoOf = (person: string | null, post: string | null) => Who | null;

interface StoredDifference {
  before: CanonicalRecord;
  after: CanonicalRecord;
}

/** Looks up everybody who proposed or decided, with their posts. */
async function whoOf(db: Queries, rows: { proposal: Proposal }[]): Promise<WhoOf> {
  const ids = (pick: (row: Proposal) => (string | null)[]) => [
    ...new Set(rows.flatMap(({ proposal }) => pick(proposal)).filter((id) => id !== null)),
  ];
  const people = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(
      inArray(
        person.id,
        ids((row) => [row.personId, row.decidedBy]),
      ),
    );
  const posts = await db
    .select({ post, unit })
    .from(post)
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(
      inArray(
        post.id,
        ids((row) => [row.postId, row.decidedPostId]),
      ),
    );
  return (personId, postId) => {
    const name = people.find((one) => one.id === personId)?.name;
    const held = posts.find((one) => one.post.id === postId);
    if (!name) return null;
    return {
      name,
      post: held ? titleOfPost(held.post) : noName,
      unit: held ? nameOfUnit(held.unit) : noName,
    };
  };
}
