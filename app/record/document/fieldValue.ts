import * as Y from "yjs";
import { type FieldPlace, type FieldValue, readField } from "./fieldPlace";
import { plainLine } from "./noteLines";
import { noteText } from "./noteSchema";
import { readNotes } from "./readNotes";
import {
  addMilestone,
  addResolution,
  setMilestoneField,
  setResolutionField,
  setResolutionText,
} from "./resolutions";
import { entryOf, notesOf, resolutionsOf, topicsOf } from "./shape";
import { addTopic, setTopicField } from "./topics";

function holderOf(document: Y.Doc, { kind, entryId, stepId }: FieldPlace): Y.Map<unknown> | null {
  const entry = entryOf(kind === "topic" ? topicsOf(document) : resolutionsOf(document), entryId);
  if (kind === "gone" || kind === "cells") return null;
  if (kind !== "milestone") return entry;
  const steps = entry?.get("milestones");
  return steps instanceof Y.Map && stepId !== null ? entryOf(steps, stepId) : null;
}

/** Reads what stands in a field now; null where that is nothing. */
export function fieldValue(document: Y.Doc, place: FieldPlace): FieldValue | null {
  return readField(place, holderOf(document, place)?.get(place.field));
}

/**
 * Writes a value into a field; units are added to those that stand there. An entry that was deleted is brought back
 * with it. False where there is nowhere to write it.
 * @param topicId of a resolution that is no longer there
 */
export function writeField(
  document: Y.Doc,
  place: FieldPlace,
  value: FieldValue,
  topicId: string | null,
): boolean {
  if (place.kind === "gone" || readField(place, value) === null) return false;
  if (place.kind === "topic") writeInTopic(document, place, value);
  else if (place.kind === "cells") return writeInNotes(document, place, value as string);
  else {
    if (!entryOf(resolutionsOf(document), place.entryId)) {
      if (topicId === null) return false;
      addResolution(document, { id: place.entryId, topicId });
    }
    if (place.kind === "milestone") writeInMilestone(document, place, value);
    else writeInResolution(document, place, value);
  }
  return true;
}

/** Writes the words of cells that are gone as lines at the end of the notes, unless the notes say them again. */
function writeInNotes(document: Y.Doc, { entryId: topicId }: FieldPlace, words: string): boolean {
  if (!entryOf(topicsOf(document), topicId)) return false;
  if (!noteText(readNotes(document, topicId)).includes(words)) appendLines(notesOf(document, topicId), words);
  return true;
}

function appendLines(text: Y.Text, words: string): void {
  for (const line of words.split("\n")) {
    if (text.length > 0) text.insertEmbed(text.length, new Y.Map(Object.entries(plainLine)), {});
    text.insert(text.length, line, {});
  }
}

function writeInTopic(document: Y.Doc, { entryId, field }: FieldPlace, value: FieldValue): void {
  if (!entryOf(topicsOf(document), entryId)) addTopic(document, { id: entryId, title: "" });
  setTopicField(document, entryId, field as "title", value as string);
}

function writeInMilestone(document: Y.Doc, place: FieldPlace, value: FieldValue): void {
  const { entryId, stepId, field } = place;
  if (stepId === null) return;
  if (!holderOf(document, place)) addMilestone(document, entryId, { id: stepId, text: "" });
  setMilestoneField(document, entryId, stepId, field as "text", value as string);
}

function writeInResolution(document: Y.Doc, place: FieldPlace, value: FieldValue): void {
  const { entryId, field } = place;
  const now = fieldValue(document, place);
  if (field === "text" || field === "residentText") {
    // A text that was put in the place of another one has words of its own.
    const words = typeof now === "string" ? now : "";
    if (!words.includes(value as string)) setResolutionText(document, entryId, field, `${words}${value}`);
  } else if (field === "assistingUnitIds") {
    const units = [...(Array.isArray(now) ? now : []), ...(value as string[])];
    setResolutionField(document, entryId, field, [...new Set(units)]);
  } else setResolutionField(document, entryId, field as "measure", value as string);
}
