import { writtenDay } from "~/calendar/writtenDate";
import type { Translate } from "~/i18n/textKey";
import type { RecordDifference } from "~/record/difference/compareRecords";
import type { TopicDifference } from "~/record/difference/countChanges";
import type { FieldDifference, Value } from "~/record/difference/fieldDifference";
import type { BlockDifference } from "~/record/difference/noteBlocks";
import type { MilestoneDifference, ResolutionDifference } from "~/record/difference/resolutionDifference";
import type { Span } from "~/record/difference/textDifference";
import type { ResolutionKind } from "~/record/document/resolutionKind";
import type { ResourceKind } from "~/record/document/resourceKind";
import type { TopicKind } from "~/record/document/topics";

interface Say {
  t: Translate;
  unitName: (id: string) => string;
}

/**
 * A first wording of a change note, for the office to edit: what would change, topic by topic, in the Chinese
 * of the minutes.
 * @param words the Chinese words
 */
export function noteDraft(difference: RecordDifference, words: Translate, unitName: Say["unitName"]): string {
  const say = { t: words, unitName };
  const several = difference.topics.length > 1;
  return difference.topics
    .map((topic) => topicSentence(topic, several, say))
    .filter(Boolean)
    .join("\n");
}

/** What the note concerns when nothing else is chosen: the one resolution or the one topic that would change. */
export function usualConcern(difference: RecordDifference, known: ReadonlySet<string>): string {
  const [topic, ...others] = difference.topics;
  if (!topic || others.length > 0) return "";
  const [one, ...more] = topic.resolutions;
  const alone = topic.moved === null && topic.notes.length === 0 && topic.fields.length === 0;
  const only = one && more.length === 0 && alone;
  const wanted = [only ? `resolution:${one.id}` : "", `topic:${topic.id}`];
  return wanted.find((value) => known.has(value)) ?? "";
}

function topicSentence(topic: TopicDifference, named: boolean, say: Say): string {
  const { t } = say;
  const parts = [
    ...topicMoved(topic, say),
    ...standingOfTopic(topic, say),
    ...correctedOf(topic).map((field) => fieldPart(field, say)),
    ...topic.notes.flatMap((line) => linePart(line, say)),
    ...topic.resolutions.map((one) => resolutionPart(one, say)),
  ].filter(Boolean);
  if (parts.length === 0) return "";
  // Of a topic that moved, or is new, its title is told by that.
  const title =
    named && !topic.moved && !isNew(topic) ? t("correction.draft.topic", { title: topic.title }) : "";
  return `${title}${parts.join(t("session.semicolon"))}${t("session.stop")}`;
}

const isNew = (topic: TopicDifference) => topic.standing === "added";

// What a new topic begins with is not corrected.
const correctedOf = (topic: TopicDifference) => (isNew(topic) ? [] : topic.fields);

function topicMoved({ moved, title }: TopicDifference, { t }: Say): string[] {
  return moved ? [t("correction.draft.topicMoved", { title, ...moved })] : [];
}

function standingOfTopic({ standing, title }: TopicDifference, { t }: Say): string[] {
  return standing === "kept" ? [] : [t(`correction.draft.topicStanding.${standing}`, { title })];
}

function fieldPart(field: FieldDifference, say: Say, isNew = false): string {
  const name = say.t(`correction.field.${field.field}`);
  const text = field.kind === "words" ? textAfter(field.spans) : valueWords(field.field, field.after, say);
  const key = isNew ? "correction.draft.fieldNew" : "correction.draft.field";
  return say.t(key, { name, text: text || say.t("correction.draft.empty") });
}

function valueWords(field: string, value: Value, { t, unitName }: Say): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(unitName).join(t("session.comma"));
  if (field === "leadUnitId") return unitName(String(value));
  if (field === "kind") return t(`session.kind.${value as TopicKind}`);
  if (field === "resolvedAs") return t(`room.resolvedAs.${value as ResolutionKind}`);
  if (field === "resourceKind") return t(`room.resource.${value as ResourceKind}`);
  if (field === "minutesAllotted") return t("session.minutesCount", { count: Number(value) });
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? writtenDay(String(value), "zh-CN") : String(value);
}

function linePart(line: BlockDifference, { t }: Say): string[] {
  switch (line.kind) {
    case "added":
      return [t("correction.draft.added", { text: quotable(line.text) })];
    case "removed":
      return [t("correction.draft.removed", { text: quotable(line.text) })];
    case "changed":
      return [
        t("correction.draft.changed", { before: textBefore(line.spans), after: textAfter(line.spans) }),
      ];
    default:
      // How words look is no matter for a note.
      return [];
  }
}

function resolutionPart(one: ResolutionDifference, say: Say): string {
  const { t } = say;
  const fields = one.fields.map((field) => fieldPart(field, say, one.standing === "added"));
  const steps = one.milestones.map((step) => stepPart(step, say));
  const what = [...movementOf(one, say), ...fields, ...steps].join(t("session.comma"));
  if (one.standing === "kept") return t("correction.draft.resolution", { place: one.ordinal, what });
  const standing = t(`correction.draft.resolutionStanding.${one.standing}`, { place: one.ordinal });
  return what ? t("correction.draft.resolutionWith", { standing, what }) : standing;
}

function movementOf({ moved, cameFrom }: ResolutionDifference, { t }: Say): string[] {
  return [
    ...(cameFrom?.title ? [t("correction.draft.cameFrom", { title: cameFrom.title })] : []),
    ...(moved ? [t("correction.draft.moved", { ...moved })] : []),
  ];
}

function stepPart({ standing, text, dueDate }: MilestoneDifference, { t }: Say): string {
  const gone = standing === "withdrawn" || standing === "missing";
  const key = gone ? "stepGone" : standing === "added" ? "stepNew" : "step";
  const words = textAfter(text) || textBefore(text);
  const date = dueDate.after ? writtenDay(dueDate.after, "zh-CN") : "";
  return t(`correction.draft.${key}`, { text: `${date}${words}` });
}

// A sentence quoted inside another one leaves its stop to that one.
const quotable = (text: string) => text.trim().replace(/[。．.]$/, "");

const textOf = (spans: readonly Span[], left: Span["kind"]) =>
  quotable(
    spans
      .filter((span) => span.kind !== left)
      .map((span) => span.text)
      .join(""),
  );

const textAfter = (spans: readonly Span[]) => textOf(spans, "removed");
const textBefore = (spans: readonly Span[]) => textOf(spans, "added");
