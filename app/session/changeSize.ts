import type { BlockDifference } from "./noteBlocks";
import type { TopicDifference } from "./recordDifference";
import { countWords, type Span } from "./textDifference";

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
