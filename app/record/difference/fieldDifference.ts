import { powerFields } from "~/record/document/resolutionKind";
import { type Span, textDifference } from "./textDifference";

/** Fields of a topic and of a resolution: those compared by their words, those compared as a whole. */
export const topicWords = ["title", "presenter"] as const;
export const topicValues = ["kind", "minutesAllotted", "problemNumber"] as const;
export const resolutionWords = [
  "text",
  "residentText",
  "measure",
  "evidence",
  "resourceText",
  ...powerFields,
] as const;
export const resolutionValues = [
  "leadUnitId",
  "assistingUnitIds",
  "dueDate",
  "resourceKind",
  "checkBackDate",
  "resolvedAs",
] as const;

type WordsField = (typeof topicWords)[number] | (typeof resolutionWords)[number];
type ValueField = (typeof topicValues)[number] | (typeof resolutionValues)[number];
/** What a field that is no text holds. */
export type Value = string | number | readonly string[] | null;

/** One field before and after: a text by its words, anything else as a whole. */
export type FieldDifference =
  | { field: WordsField; kind: "words"; spans: Span[] }
  | { field: ValueField; kind: "value"; before: Value; after: Value };

/** The texts that differ. */
export function wordDifferences<F extends WordsField>(
  fields: readonly F[],
  before: Partial<Record<F, string>> | undefined,
  after: Partial<Record<F, string>> | undefined,
): FieldDifference[] {
  return fields.flatMap((field) => {
    const [was, is] = [before?.[field] ?? "", after?.[field] ?? ""];
    return was === is ? [] : [{ field, kind: "words" as const, spans: textDifference(was, is) }];
  });
}

/** The other fields that differ. */
export function valueDifferences<F extends ValueField>(
  fields: readonly F[],
  before: Partial<Record<F, Value>> | undefined,
  after: Partial<Record<F, Value>> | undefined,
): FieldDifference[] {
  return fields.flatMap((field) => {
    const [was, is] = [before?.[field] ?? null, after?.[field] ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ field, kind: "value" as const, before: was, after: is }];
  });
}
