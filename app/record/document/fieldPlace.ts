import { readChoice, readDay, readId, readIds, readText, readWhole } from "./readValues";
import { resourceKinds } from "./resourceKind";
import { isRecordId, recordBounds, recordRoots } from "./shape";

/** What a field of the record holds. */
export type FieldValue = string | number | readonly string[];

/** A thing of the record that has fields; `gone` where it is not known any more what it was. */
export const fieldKinds = ["topic", "resolution", "milestone", "cells", "gone"] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** A field of the record in which people write something; order, marks and the clock are none. */
export interface FieldPlace {
  kind: FieldKind;
  /** Of the topic or the resolution; of cells, the topic in whose notes their table stood. */
  entryId: string;
  /** Of the milestone in it. */
  stepId: string | null;
  field: string;
}

type Read = (value: unknown) => FieldValue | null;

const line: Read = (value) => readText(value) || null;
const text: Read = (value) => readText(value, recordBounds.text) || null;
const ids: Read = (value) => {
  const read = readIds(value);
  return read.length > 0 ? read : null;
};
const resource: Read = (value) => {
  const kind = readChoice(value, resourceKinds, "none");
  return kind === "none" ? null : kind;
};

// How each field is read; null is what says nothing.
const fields: Record<FieldKind, Record<string, Read>> = {
  topic: { title: line, presenter: line, minutesAllotted: (value) => readWhole(value, 1, 600) },
  resolution: {
    text,
    residentText: text,
    leadUnitId: readId,
    assistingUnitIds: ids,
    dueDate: readDay,
    measure: text,
    evidence: text,
    resourceKind: resource,
    resourceText: text,
    checkBackDate: readDay,
    power: text,
    powerBasis: text,
    powerPost: text,
    powerDocument: text,
  },
  milestone: { text: line, dueDate: readDay },
  cells: { words: text },
  // What could be the name of something is no words.
  gone: { words: (value) => (isRecordId(value) ? null : text(value)) },
};

/** The place of words whose entry was deleted before they came. */
export const goneField: FieldPlace = { kind: "gone", entryId: "", stepId: null, field: "words" };

/** The place of words in cells of a topic's notes that somebody took away. */
export function cellsField(topicId: string): FieldPlace {
  return { kind: "cells", entryId: topicId, stepId: null, field: "words" };
}

/** Tells which field lies at a place of the document: a top-level structure and the keys on the way down. */
export function fieldAt(root: string, keys: readonly (string | null)[]): FieldPlace | null {
  const [entryId, second, stepId, fourth, ...rest] = keys;
  if (!isRecordId(entryId) || typeof second !== "string" || rest.length > 0) return null;
  if (root === recordRoots.topics && keys.length === 2) return known("topic", entryId, null, second);
  if (root !== recordRoots.resolutions) return null;
  if (keys.length === 2) return known("resolution", entryId, null, second);
  const step = second === "milestones" && isRecordId(stepId) && typeof fourth === "string";
  return step ? known("milestone", entryId, stepId, fourth) : null;
}

function known(kind: FieldKind, entryId: string, stepId: string | null, field: string): FieldPlace | null {
  return Object.hasOwn(fields[kind], field) ? { kind, entryId, stepId, field } : null;
}

/** Reads what stands, or stood, in a field; null where that says nothing or is no value of it. */
export function readField(
  { kind, field }: Pick<FieldPlace, "kind" | "field">,
  value: unknown,
): FieldValue | null {
  const read = Object.hasOwn(fields[kind], field) ? fields[kind][field] : undefined;
  return read?.(value) ?? null;
}
