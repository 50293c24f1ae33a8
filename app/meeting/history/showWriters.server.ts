import type * as Y from "yjs";
import type { Actor } from "~/access/actor";
import type { Language } from "~/i18n/language";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { present } from "~/meeting/conduct/present";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { noteBlocks } from "~/record/difference/noteBlocks";
import { countWords } from "~/record/difference/textDifference";
import {
  type CanonicalTopic,
  canonicalRecord,
  type Resolution,
  resolutionText,
} from "~/record/document/record";
import { labelMentionsInCopy } from "~/record/editor/labelMentions.server";
import { read } from "~db/read";
import { handsInNotes, handsInText, type WrittenSpan } from "./authorsInText";
import { authorsOf, type RoomAuthors } from "./authorsOf.server";
import type { Contributor, WrittenLine, WrittenPart, WrittenResolution, WrittenTopic } from "./contributors";
import { Contributors } from "./nameContributors.server";
import type { VersionFact } from "./versionLabel";
import { openVersion, versionsOf } from "./versions.server";

/** Everything the page of who wrote what shows. */
export interface WritersPage {
  now: string;
  meeting: ShownMeeting;
  /** All versions, newest first, to choose from. */
  versions: VersionFact[];
  /** Which state is shown: a version's id or `present`. */
  of: string;
  contributors: Contributor[];
  topics: WrittenTopic[];
}

/**
 * Who wrote what in a day's record and when, as it stands or in a version. Refuses with `notFound` to whom
 * the room is closed, and for a version that there is not.
 */
export async function showWriters(
  actor: Actor,
  input: { slug: string; of?: string; language?: Language },
  now: string,
): Promise<Result<WritersPage>> {
  const { slug, of = present, language = "zh-CN" } = input;
  const found = await read(async (db) => {
    const meeting = await findMeeting(db, slug);
    const right = meeting ? await roomRight(db, actor, meeting) : "none";
    if (!meeting || right === "none") return null;
    const state = await openVersion(db, slug, of);
    if (!state) return null;
    await labelMentionsInCopy(db, state.document, language);
    return { meeting: shownMeeting(meeting), state, versions: await versionsOf(db, slug) };
  });
  if (!found) return refuse("notFound");
  const { meeting, versions } = found;
  const { document, epoch } = found.state;
  const authors = await authorsOf(liveRoomName(slug), epoch);
  const written = new Written(document, authors);
  const topics = written.topics();
  const contributors = await read((db) => written.contributors.named(db));
  document.destroy();
  return done({ now, meeting, versions, of, contributors, topics });
}

/** Reads a document together with the hands in it. */
class Written {
  readonly contributors = new Contributors();

  constructor(
    readonly document: Y.Doc,
    readonly authors: RoomAuthors,
  ) {}

  topics(): WrittenTopic[] {
    const record = canonicalRecord(this.document);
    return record.topics
      .filter((topic) => !topic.withdrawn)
      .map((topic, at) => {
        const lines = this.#lines(topic);
        const resolutions = record.resolutions
          .filter((one) => one.topicId === topic.id && !one.withdrawn)
          .map((one, place) => this.#resolution(one, place + 1));
        const parts = [...lines, ...resolutions].flatMap((one) =>
          "parts" in one ? one.parts : [...one.text, ...one.residentText],
        );
        const { id, title } = topic;
        return { id, ordinal: at + 1, title, contributors: shares(parts), lines, resolutions };
      });
  }

  #lines({ id, notes }: CanonicalTopic): WrittenLine[] {
    const blocks = noteBlocks(notes);
    const hands = handsInNotes({ document: this.document, topicId: id }, blocks, this.authors.wrote);
    return blocks.map(({ text, kind, depth }, at) => ({
      block: { kind, depth },
      parts: this.#parts(text, hands?.[at] ?? [{ from: 0, to: text.length, writer: null }]),
    }));
  }

  #resolution({ id }: Resolution, ordinal: number): WrittenResolution {
    const parts = (field: "text" | "residentText") => {
      const text = resolutionText(this.document, id, field);
      return text ? this.#parts(text.toString(), handsInText(text, this.authors.wrote)) : [];
    };
    return { id, ordinal, text: parts("text"), residentText: parts("residentText") };
  }

  #parts(text: string, spans: readonly WrittenSpan[]): WrittenPart[] {
    return spans.map(({ from, to, writer }) => ({
      text: text.slice(from, to),
      who: this.contributors.numberOf(writer),
      at: writer?.at ?? null,
    }));
  }
}

function shares(parts: readonly WrittenPart[]): WrittenTopic["contributors"] {
  const words = new Map<number, number>();
  for (const { who, text } of parts)
    if (who !== null) words.set(who, (words.get(who) ?? 0) + countWords(text));
  return [...words].map(([who, count]) => ({ who, words: count })).sort((a, b) => b.words - a.words);
}
