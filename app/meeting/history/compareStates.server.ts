import type { Language } from "~/i18n/language";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { type RecordDifference, recordDifference } from "~/record/difference/compareRecords";
import { type CanonicalRecord, canonicalRecord } from "~/record/document/record";
import { labelMentionsInCopy } from "~/record/editor/labelMentions.server";
import { read } from "~db/read";
import { AuthorIndex, type Writer } from "./authorship";
import { authorsOf } from "./authorsOf.server";
import { changeHands } from "./changeHands";
import type { Contributor, NamedHands } from "./contributors";
import { Contributors } from "./nameContributors.server";
import type { ComparedPair } from "./versionLabel";
import { openVersion } from "./versions.server";

/** Two states of a record in comparison, with who made the changes. */
export interface States {
  before: CanonicalRecord;
  after: CanonicalRecord;
  difference: RecordDifference;
  hands: Record<string, NamedHands>;
  people: Contributor[];
}

/** Compares two states, in a language where things are named; null when there is no such version. */
export async function statesOf(slug: string, pair: ComparedPair, language: Language): Promise<States | null> {
  // A long record takes a moment to open, to read and to compare: others get their turn in between.
  const from = await read((db) => openVersion(db, slug, pair.from));
  await turn();
  const to = await read((db) => openVersion(db, slug, pair.to));
  if (!from || !to) return null;
  await turn();
  const after = canonicalRecord(to.document);
  await turn();
  // Read by its true names, while what is to be restored is told by what stands in the record.
  await read((db) => labelMentionsInCopy(db, from.document, language));
  const before = canonicalRecord(from.document);
  await turn();
  const renamed = await read((db) => labelMentionsInCopy(db, to.document, language));
  const shown = renamed ? canonicalRecord(to.document) : after;
  await turn();
  const difference = recordDifference(before, shown);
  const authors = await authorsOf(liveRoomName(slug), to.epoch);
  // Deletions of one epoch say nothing about the items of another.
  const deleted = from.epoch === to.epoch ? authors.deleted : new AuthorIndex();
  const hands = changeHands(difference, {
    before: { document: from.document, record: before },
    after: { document: to.document, record: shown },
    wrote: authors.wrote,
    deleted,
  });
  return { before, after, difference, ...(await namedHands(hands)) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

async function namedHands(hands: ReturnType<typeof changeHands>): Promise<Pick<States, "hands" | "people">> {
  const people = new Contributors();
  const numbered = (writers: readonly Writer[]) =>
    writers.flatMap((writer) => {
      const who = people.numberOf(writer);
      return who === null ? [] : [{ who, at: writer.at }];
    });
  const named = [...hands].map(([key, { added, removed }]) => [
    key,
    { added: numbered(added), removed: numbered(removed) },
  ]);
  return { hands: Object.fromEntries(named), people: await read((db) => people.named(db)) };
}
