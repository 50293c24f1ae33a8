import type { CanonicalRecord, CanonicalTopic } from "~/record/document/record";
import { type ChangeSize, sizeOf, type TopicDifference } from "./countChanges";
import { topicValues, topicWords, valueDifferences, wordDifferences } from "./fieldDifference";
import { type Movement, movements } from "./movements";
import { blockDifference, noteBlocks } from "./noteBlocks";
import { type Both, resolutionDifferences } from "./resolutionDifference";
import { inOrder, placeOf, standingOf } from "./withdrawal";

/** Everything that differs between two states of a record, in the order of the agenda. */
export interface RecordDifference {
  topics: TopicDifference[];
  size: ChangeSize;
}

/**
 * Compares two states of a record. What the room looks at just now (current topic, clock) is no part of
 * what is written, and is left out.
 */
export function recordDifference(before: CanonicalRecord, after: CanonicalRecord): RecordDifference {
  const moved = movements(before.topics, after.topics);
  const ids = inOrder(
    before.topics.map((topic) => topic.id),
    after.topics.map((topic) => topic.id),
  );
  const known = new Set(ids);
  const topics = ids.map((id) => topicDifference(id, { before, after }, moved.get(id) ?? null));
  const homeless = resolutionDifferences(null, { before, after }, known);
  if (homeless.length > 0) topics.push({ ...nothing, resolutions: homeless });
  const changed = topics.filter(isChanged);
  return { topics: changed, size: sizeOf(changed) };
}

const nothing: TopicDifference = {
  id: null,
  title: "",
  standing: "kept",
  ordinal: 0,
  moved: null,
  fields: [],
  notes: [],
  resolutions: [],
};

function isChanged(topic: TopicDifference): boolean {
  const parts = [topic.fields, topic.notes, topic.resolutions];
  return topic.standing !== "kept" || topic.moved !== null || parts.some((part) => part.length > 0);
}

function topicDifference(id: string, both: Both, moved: Movement | null): TopicDifference {
  const [before, after] = [both.before, both.after].map((record) =>
    record.topics.find((one) => one.id === id),
  );
  const standing = standingOf(before, after);
  const place = (record: CanonicalRecord) => placeOf(record.topics, id);
  return {
    id,
    title: after?.title || before?.title || "",
    standing,
    ordinal: place(both.after) || place(both.before),
    moved,
    fields: [
      ...wordDifferences(topicWords, before, after),
      // Of a topic that is new, only its words are news.
      ...(before ? valueDifferences(topicValues, before, after) : []),
    ],
    notes: notesDifference(before, after),
    resolutions: resolutionDifferences(id, both),
  };
}

function notesDifference(before: CanonicalTopic | undefined, after: CanonicalTopic | undefined) {
  const blocks = [before, after].map((topic) => (topic ? noteBlocks(topic.notes) : []));
  const lines = blockDifference(blocks[0] ?? [], blocks[1] ?? []);
  return lines.some((line) => line.kind !== "same") ? lines : [];
}
