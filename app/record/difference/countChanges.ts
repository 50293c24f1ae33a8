import type { FieldDifference } from "./fieldDifference";
import type { Movement } from "./movements";
import type { BlockDifference } from "./noteBlocks";
import type { ResolutionDifference } from "./resolutionDifference";
import { countWords, type Span } from "./textDifference";
import type { Standing } from "./withdrawal";

/** How much changed between two states of a record. */
export interface ChangeSize {
  topics: number;
  resolutions: number;
  wordsAdded: number;
  wordsRemoved: number;
}

/** Counts what changed. */
export function sizeOf(topics: readonly TopicDifference[]): ChangeSize {
  const resolutions = topics.flatMap((topic) => topic.resolutions);
  const texts = [
    ...topics.flatMap(({ notes }) => notes.flatMap(spansOfLine)),
    ...[...topics, ...resolutions].flatMap(({ fields }) =>
      fields.flatMap((field) => (field.kind === "words" ? field.spans : [])),
    ),
    ...resolutions.flatMap(({ milestones }) => milestones.flatMap((step) => step.text)),
  ];
  const words = (kind: Span["kind"]) =>
    texts.reduce((sum, span) => sum + (span.kind === kind ? countWords(span.text) : 0), 0);
  return {
    topics: topics.filter((topic) => topic.id !== null).length,
    resolutions: resolutions.length,
    wordsAdded: words("added"),
    wordsRemoved: words("removed"),
  };
}

function spansOfLine(line: BlockDifference): readonly Pick<Span, "kind" | "text">[] {
  if (line.kind === "changed") return line.spans;
  return line.kind === "added" || line.kind === "removed" ? [{ kind: line.kind, text: line.text }] : [];
}

/** What became of one topic and everything under it. */
export interface TopicDifference {
  /** Null for resolutions whose topic the record does not hold. */
  id: string | null;
  title: string;
  standing: Standing;
  /** Place on the agenda, counted from one; 0 when it never stood on it. */
  ordinal: number;
  /** Set when it changed places with others: from which place to which. */
  moved: Movement | null;
  fields: FieldDifference[];
  /** Every line of the notes; empty when they did not change. */
  notes: BlockDifference[];
  resolutions: ResolutionDifference[];
}
