import type { Name } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import { isAdopted, isDecided } from "~/meeting/conduct/topic";
import { topicFacts } from "~/meeting/wording/topicFacts";
import { wordedLines } from "~/meeting/wording/wordedLines";
import { type CanonicalRecord, markedLines } from "~/record/document/record";
import type { AdoptedResolution } from "./adoptedResolution";
import { draftsOf, type GateTopic } from "./missingForMinutes";
import type { Paper, PaperResolution, PaperTopic } from "./paper";
import { resolutionLine, type UnitName } from "./resolutionLine";

/** What the database says of an entry of the agenda. */
export interface DecidedTopic extends GateTopic {
  outcomeNote: string;
  deferredTo: PaperTopic["deferredTo"];
  reservedBy: NonNullable<PaperTopic["reservedBy"]>;
}

/** The facts that the paper takes over as they are. */
export type PaperFacts = Omit<Paper, "topics" | "copies">;

type Draft = CanonicalRecord["resolutions"][number];

/**
 * Puts the paper of the minutes together from the record and the facts. Only resolutions of adopted
 * entries are in it, numbered through; what is missing in a draft stays empty, so that it can be previewed.
 * @param words the Chinese words of the facts in what was worded
 * @param unitName name of a unit by id; unknown units are left out
 * @param adopted what minutes that are being amended have adopted: it stays as it reads there, under its
 * number, and what is new is numbered after it
 */
export function assemblePaper(
  record: CanonicalRecord,
  topics: readonly DecidedTopic[],
  facts: PaperFacts,
  unitName: UnitName,
  words: Translate,
  adopted: readonly AdoptedResolution[] = [],
): Paper {
  const known = new Map(topics.map((topic) => [topic.id, topic]));
  const stands = new Map(adopted.map(({ line }) => [line.id, line]));
  let ordinal = Math.max(0, ...adopted.map(({ line }) => line.ordinal));
  const lineOf = (draft: Draft): PaperResolution => {
    const before = stands.get(draft.id);
    if (before) return before;
    ordinal += 1;
    return resolutionLine(draft, ordinal, unitName);
  };
  const lines = record.topics.flatMap((draft): PaperTopic[] => {
    const topic = known.get(draft.id);
    if (!topic || topic.withdrawn) return [];
    const resolved = isAdopted(topic.outcome) ? draftsOf(record, draft.id) : [];
    const own = {
      title: draft.title,
      presenter: draft.presenter,
      outcome: topic.outcome,
      outcomeNote: topic.outcomeNote,
      ...(topic.deferredTo && { deferredTo: topic.deferredTo }),
      resolutions: resolved.map(lineOf),
    };
    const worded = record.wordings?.[draft.id];
    return [
      {
        ...own,
        id: draft.id,
        kind: topic.kind,
        problemNumber: draft.problemNumber,
        reservations: "",
        ...(topic.reservedBy.length > 0 && { reservedBy: topic.reservedBy }),
        ...(isDecided(topic.kind) && { marked: markedLines(draft.notes) }),
        ...(worded && { wording: wordedLines(worded, topicFacts(own, words, "zh-CN")) }),
      },
    ];
  });
  return { ...facts, topics: lines, copies: copiesTo(lines, facts) };
}

/** Everybody who was called or has to do something, once. */
function copiesTo(topics: readonly PaperTopic[], facts: PaperFacts): Name[] {
  const resolutions = topics.flatMap((topic) => topic.resolutions);
  const names = [
    facts.host,
    ...facts.attendance.filter((one) => one.invitation !== "chair").map((one) => one.unit),
    ...resolutions.flatMap((one) => [one.lead, ...one.assisting]),
  ];
  return [...new Map(names.filter((name) => name.zh).map((name) => [name.zh, name])).values()];
}
