import type * as Y from "yjs";
import { fieldKey, lineKey } from "~/record/difference/changeKey";
import type { RecordDifference } from "~/record/difference/compareRecords";
import type { TopicDifference } from "~/record/difference/countChanges";
import type { FieldDifference } from "~/record/difference/fieldDifference";
import { type BlockDifference, noteBlocks } from "~/record/difference/noteBlocks";
import type { Span } from "~/record/difference/textDifference";
import { type CanonicalRecord, resolutionsOf, resolutionText, topicsOf } from "~/record/document/record";
import { entryOf } from "~/record/document/shape";
import { type AuthorIndex, isSameHand, type Writer } from "./authorship";
import { handOnField, handsInNotes, handsInText, type WrittenSpan } from "./authorsInText";

/** Who put in and who took out, as far as it is known. */
export interface ChangeHands {
  added: Writer[];
  removed: Writer[];
}

/** A state of a record with the document it was read from. */
export interface StateOfRecord {
  document: Y.Doc;
  record: CanonicalRecord;
}

/** Both states, who wrote what stands in the later one, and who deleted what stood in the earlier. */
export interface Compared {
  before: StateOfRecord;
  after: StateOfRecord;
  wrote: AuthorIndex;
  deleted: AuthorIndex;
}

/** Who made each change of a comparison, by `lineKey` and `fieldKey`; what nobody knows is left out. */
export function changeHands(difference: RecordDifference, compared: Compared): Map<string, ChangeHands> {
  const hands = new Map<string, ChangeHands>();
  const put = (key: string, found: ChangeHands) => {
    if (found.added.length + found.removed.length > 0) hands.set(key, found);
  };
  for (const topic of difference.topics) {
    for (const [key, found] of handsOnLines(topic, compared)) put(key, found);
    const { id } = topic;
    if (id !== null)
      for (const field of topic.fields)
        put(
          fieldKey({ kind: "topic", id }, field.field),
          setBy(topicsOf(compared.after.document), id, field, compared),
        );
    for (const one of topic.resolutions)
      for (const field of one.fields)
        put(fieldKey({ kind: "resolution", id: one.id }, field.field), handsOnField(one.id, field, compared));
  }
  return hands;
}

function handsOnLines(topic: TopicDifference, { before, after, wrote, deleted }: Compared) {
  const { id, notes } = topic;
  if (id === null || notes.length === 0) return [];
  const read = ({ document, record }: StateOfRecord, index: AuthorIndex) => {
    const found = record.topics.find((one) => one.id === id);
    if (!found) return [];
    return handsInNotes({ document, topicId: id }, noteBlocks(found.notes), index) ?? [];
  };
  const [gone, come] = [read(before, deleted), read(after, wrote)];
  return notes.map((line): [string, ChangeHands] => {
    const spans = spansOf(line);
    const was = "before" in line ? (gone[line.before] ?? []) : [];
    const is = "after" in line ? (come[line.after] ?? []) : [];
    return [lineKey(id, line), { added: within(is, spans, "added"), removed: within(was, spans, "removed") }];
  });
}

function spansOf(line: BlockDifference): readonly Span[] {
  if (line.kind === "changed") return line.spans;
  return line.kind === "added" || line.kind === "removed"
    ? [{ kind: line.kind, text: line.text, at: 0 }]
    : [];
}

/** Everybody with a hand in the changed parts, each once. */
function within(hands: readonly WrittenSpan[], spans: readonly Span[], kind: Span["kind"]): Writer[] {
  const found: Writer[] = [];
  for (const { at, text } of spans.filter((span) => span.kind === kind))
    for (const { from, to, writer } of hands) {
      const meets = from < at + text.length && to > at;
      if (writer && meets && !found.some((one) => isSameHand(one, writer))) found.push(writer);
    }
  return found;
}

function handsOnField(id: string, field: FieldDifference, compared: Compared): ChangeHands {
  const { before, after, wrote, deleted } = compared;
  if (field.kind === "words" && (field.field === "text" || field.field === "residentText")) {
    const [was, is] = [before, after].map(({ document }) =>
      resolutionText(document, id, field.field as "text"),
    );
    return {
      added: is ? within(handsInText(is, wrote), field.spans, "added") : [],
      removed: was ? within(handsInText(was, deleted), field.spans, "removed") : [],
    };
  }
  return setBy(resolutionsOf(after.document), id, field, compared);
}

/** A field that is written as a whole: whoever set it last. */
function setBy(
  map: Y.Map<unknown>,
  id: string,
  { field }: FieldDifference,
  { wrote }: Compared,
): ChangeHands {
  const entry = entryOf(map, id);
  const writer = entry && handOnField(entry, field, wrote);
  return { added: writer ? [writer] : [], removed: [] };
}
