import * as Y from "yjs";
import { byOrder, readOrder, writesToPlace } from "./order";
import { readChoice, readDay, readId, readIds, readText } from "./readValues";
import { replaceText } from "./replaceText";
import { type PowerField, powerFields, type ResolutionKind, resolutionKinds } from "./resolutionKind";
import { type ResourceKind, resourceKinds } from "./resourceKind";
import { changeRecord, entriesOf, entryOf, makeEntry, recordBounds, resolutionsOf } from "./shape";

/** A step on the way, with the day it is due. */
export interface Milestone {
  id: string;
  text: string;
  /** YYYY-MM-DD. */
  dueDate: string | null;
  withdrawn: boolean;
}

/** A resolution as drafted in the meeting; it becomes a task when the minutes are issued. */
export interface Resolution {
  id: string;
  topicId: string | null;
  /** Fractional key among the resolutions of the record; compare with `byOrder`. */
  order: string;
  text: string;
  /** The wording residents will read. */
  residentText: string;
  leadUnitId: string | null;
  assistingUnitIds: string[];
  /** YYYY-MM-DD. */
  dueDate: string | null;
  milestones: Milestone[];
  /** By what it is known to be done. */
  measure: string;
  /** What will show it. */
  evidence: string;
  resourceKind: ResourceKind;
  resourceText: string;
  /** YYYY-MM-DD on which the office asks how it stands. */
  checkBackDate: string | null;
  /** Taken back; kept, and brought back in one step. */
  withdrawn: boolean;
  /** A power exercised on the spot instead of a task; left out where it is a task. */
  resolvedAs?: ResolutionKind;
  /** Of a power: each left out where nothing is written. */
  power?: string;
  powerBasis?: string;
  powerPost?: string;
  powerDocument?: string;
}

/** Fields that are written as a whole. */
export type ResolutionFields = Omit<
  Resolution,
  "id" | "order" | "text" | "residentText" | "milestones" | "withdrawn"
>;

/** Fields in which two people can type at once. */
export type ResolutionTextField = "text" | "residentText";

const lastOrder = "~";

function readMilestones(value: unknown): Milestone[] {
  if (!(value instanceof Y.Map)) return [];
  return entriesOf(value)
    .map(([id, entry]) => ({
      id,
      text: readText(entry.get("text")),
      dueDate: readDay(entry.get("dueDate")),
      withdrawn: entry.get("withdrawn") === true,
    }))
    .sort((a, b) => byOrder({ id: a.id, order: a.dueDate ?? "~" }, { id: b.id, order: b.dueDate ?? "~" }));
}

function readResolution(id: string, entry: Y.Map<unknown>): Resolution {
  return {
    id,
    topicId: readId(entry.get("topicId")),
    order: readOrder(entry.get("order")) ?? lastOrder,
    text: readText(entry.get("text"), recordBounds.text),
    residentText: readText(entry.get("residentText"), recordBounds.text),
    leadUnitId: readId(entry.get("leadUnitId")),
    assistingUnitIds: readIds(entry.get("assistingUnitIds")),
    dueDate: readDay(entry.get("dueDate")),
    milestones: readMilestones(entry.get("milestones")),
    measure: readText(entry.get("measure"), recordBounds.text),
    evidence: readText(entry.get("evidence"), recordBounds.text),
    resourceKind: readChoice(entry.get("resourceKind"), resourceKinds, "none"),
    resourceText: readText(entry.get("resourceText"), recordBounds.text),
    checkBackDate: readDay(entry.get("checkBackDate")),
    withdrawn: entry.get("withdrawn") === true,
    ...readPower(entry),
  };
}

// A slip that was always a task says nothing of powers, as before there were any.
function readPower(entry: Y.Map<unknown>): Partial<Pick<Resolution, "resolvedAs" | PowerField>> {
  const said = powerFields.flatMap((field) => {
    const words = readText(entry.get(field), recordBounds.text);
    return words === "" ? [] : [[field, words] as const];
  });
  const is = readChoice(entry.get("resolvedAs"), resolutionKinds, "task");
  return { ...(is === "power" && { resolvedAs: is }), ...Object.fromEntries(said) };
}

function allResolutions(document: Y.Doc): Resolution[] {
  return entriesOf(resolutionsOf(document))
    .map(([id, entry]) => readResolution(id, entry))
    .sort(byOrder);
}

/** Lists the resolutions in order, of one topic or of the whole record; withdrawn ones (and milestones) on request. */
export function listResolutions(
  document: Y.Doc,
  topicId?: string,
  options: { withdrawn?: boolean } = {},
): Resolution[] {
  const chosen = allResolutions(document).filter(
    (one) => (topicId === undefined || one.topicId === topicId) && (options.withdrawn || !one.withdrawn),
  );
  if (options.withdrawn) return chosen;
  return chosen.map((one) => ({ ...one, milestones: one.milestones.filter((step) => !step.withdrawn) }));
}

/** Tells whether there is nothing in a resolution that anybody could miss. */
export function isBlankResolution(resolution: Resolution): boolean {
  const { text, residentText, leadUnitId, dueDate, measure, evidence, resourceText } = resolution;
  const { milestones, assistingUnitIds, checkBackDate } = resolution;
  const filled = [text, residentText, leadUnitId, dueDate, measure, evidence, resourceText, checkBackDate];
  if (powerFields.some((field) => resolution[field])) return false;
  return !filled.some(Boolean) && milestones.length === 0 && assistingUnitIds.length === 0;
}

/** Adds a resolution at the end of the record's list. An existing id is left as it is. */
export function addResolution(
  document: Y.Doc,
  resolution: {
    id: string;
    topicId: string;
    text?: string;
    residentText?: string;
  } & Partial<ResolutionFields>,
): void {
  const resolutions = resolutionsOf(document);
  if (resolutions.has(resolution.id)) return;
  const { id, text = "", residentText = "", ...fields } = resolution;
  makeEntry(document, () => {
    const entry = new Y.Map<unknown>();
    for (const [field, value] of Object.entries(fields)) {
      if (value !== undefined) entry.set(field, value);
    }
    // Made here, once: two people making the same nested structure would each lose the other's.
    entry.set("text", new Y.Text(text));
    entry.set("residentText", new Y.Text(residentText));
    entry.set("milestones", new Y.Map());
    resolutions.set(id, entry);
    place(document, id, null);
    return entry;
  });
}

/** Moves a resolution before another one, or to the end. */
export function moveResolution(document: Y.Doc, id: string, beforeId: string | null): void {
  if (id === beforeId || !entryOf(resolutionsOf(document), id)) return;
  changeRecord(document, () => place(document, id, beforeId));
}

function place(document: Y.Doc, id: string, beforeId: string | null): void {
  const resolutions = resolutionsOf(document);
  for (const write of writesToPlace(allResolutions(document), id, beforeId)) {
    entryOf(resolutions, write.id)?.set("order", write.order);
  }
}

/** Sets one whole-valued field. */
export function setResolutionField<F extends keyof ResolutionFields>(
  document: Y.Doc,
  id: string,
  field: F,
  value: ResolutionFields[F],
): void {
  changeRecord(document, () => entryOf(resolutionsOf(document), id)?.set(field, value));
}

/** Finds the shared text behind a field, to observe or bind; null when there is none. */
export function resolutionText(document: Y.Doc, id: string, field: ResolutionTextField): Y.Text | null {
  const value = entryOf(resolutionsOf(document), id)?.get(field);
  return value instanceof Y.Text ? value : null;
}

/** Makes a text read `next` by the smallest change; see `replaceText`. */
export function setResolutionText(
  document: Y.Doc,
  id: string,
  field: ResolutionTextField,
  next: string,
): void {
  const entry = entryOf(resolutionsOf(document), id);
  if (!entry) return;
  changeRecord(document, () => {
    const text = resolutionText(document, id, field);
    if (text) replaceText(text, next);
    else entry.set(field, new Y.Text(next));
  });
}

/** Takes a resolution back by a mark. */
export function withdrawResolution(document: Y.Doc, id: string): void {
  changeRecord(document, () => entryOf(resolutionsOf(document), id)?.set("withdrawn", true));
}

/** Brings a withdrawn resolution back as it was. */
export function restoreResolution(document: Y.Doc, id: string): void {
  changeRecord(document, () => entryOf(resolutionsOf(document), id)?.set("withdrawn", false));
}

function milestonesOf(document: Y.Doc, resolutionId: string): Y.Map<unknown> | null {
  const value = entryOf(resolutionsOf(document), resolutionId)?.get("milestones");
  return value instanceof Y.Map ? value : null;
}

/** Adds a milestone; kept by id, so two people adding at once both keep theirs. */
export function addMilestone(
  document: Y.Doc,
  resolutionId: string,
  milestone: { id: string; text: string; dueDate?: string | null },
): void {
  const milestones = milestonesOf(document, resolutionId);
  if (!milestones || milestones.has(milestone.id)) return;
  makeEntry(document, () => {
    const entry = new Y.Map<unknown>();
    entry.set("text", milestone.text);
    if (milestone.dueDate) entry.set("dueDate", milestone.dueDate);
    milestones.set(milestone.id, entry);
    return entry;
  });
}

/** Sets one field of a milestone; `withdrawn: true` takes it off, `false` brings it back. */
export function setMilestoneField<F extends keyof Omit<Milestone, "id">>(
  document: Y.Doc,
  resolutionId: string,
  milestoneId: string,
  field: F,
  value: Milestone[F],
): void {
  const milestones = milestonesOf(document, resolutionId);
  if (!milestones) return;
  changeRecord(document, () => entryOf(milestones, milestoneId)?.set(field, value));
}
