import type * as Y from "yjs";
import type { RecordPart } from "~/record/document/parts";
import {
  addMilestone,
  addResolution,
  addTopic,
  type CanonicalRecord,
  type CanonicalTopic,
  isRecordId,
  listResolutions,
  listTopics,
  type Ordered,
  type Resolution,
  resolutionsOf,
  resolutionText,
  restoreResolution,
  restoreTopic,
  setMilestoneField,
  setResolutionField,
  setResolutionText,
  setTopicField,
  topicById,
  topicsOf,
  withdrawResolution,
  withdrawTopic,
} from "~/record/document/record";
import { powerFields } from "~/record/document/resolutionKind";
import { entryOf } from "~/record/document/shape";
import { restoreNotes } from "./restoreNotes";
import { restorePlainText } from "./restoreText";

/** A part of the record that is brought back as a whole; `order` is that of the agenda and of the resolutions. */
export interface RestoreUnit {
  kind: "topic" | "notes" | "resolution" | "order";
  id: string;
}

/** A part as somebody saw it when they asked for the older wording: restored only while it still reads so. */
export interface SeenUnit extends RestoreUnit {
  fingerprint: string;
}

const unitPattern = /^(topic|notes|resolution|order)\/([^:]+):([0-9a-f]{16})$/;

/** As a form carries it: `notes/ID:fingerprint`, separated by spaces. Null when it is not that. */
export function readSeen(text: string): SeenUnit[] | null {
  const parts = text.split(" ").filter(Boolean);
  const units = parts.flatMap((part): SeenUnit[] => {
    const [, kind, id, fingerprint] = unitPattern.exec(part) ?? [];
    if (!kind || !fingerprint || !isRecordId(id)) return [];
    return [{ kind: kind as RestoreUnit["kind"], id, fingerprint }];
  });
  return units.length === parts.length && units.length > 0 ? units : null;
}

/** Parts as an address carries them: `notes/ID`, separated by spaces. What is none is left out. */
export function readUnits(text: string): RestoreUnit[] {
  return text.split(" ").flatMap((part): RestoreUnit[] => {
    const [seen] = readSeen(`${part}:${"0".repeat(16)}`) ?? [];
    return seen ? [{ kind: seen.kind, id: seen.id }] : [];
  });
}

/** A part in a form or an address. */
export function writeUnit({ kind, id }: RestoreUnit): string {
  return `${kind}/${id}`;
}

/** What a part says, as plain data; undefined where the record does not hold it. */
export function contentOf(record: CanonicalRecord, { kind, id }: RestoreUnit): unknown {
  if (kind === "order")
    return [record.topics, record.resolutions].map((list) =>
      list.flatMap((one) => (one.withdrawn ? [] : [one.id])),
    );
  if (kind === "resolution") {
    const found = record.resolutions.find((one) => one.id === id);
    return found && { ...found, order: "" };
  }
  const topic = record.topics.find((one) => one.id === id);
  if (kind === "notes") return topic?.notes;
  return topic && { ...topic, order: "", notes: null };
}

/**
 * Makes a part read as it did in `old`, by the smallest change. Parts that were not in `old` stay as they
 * are. Whether a topic stands on the agenda is the database's to say where it knows the topic.
 * @param knows topics whose withdrawal is not the record's own
 * @param mayChange parts whose order may come back; all of them unless told
 */
export function restoreUnit(
  document: Y.Doc,
  unit: RestoreUnit,
  old: CanonicalRecord,
  knows: (topicId: string) => boolean,
  mayChange: (part: RecordPart) => boolean = () => true,
): void {
  const topic = old.topics.find((one) => one.id === unit.id);
  const resolution = old.resolutions.find((one) => one.id === unit.id);
  if (unit.kind === "order") restoreOrder(document, old, mayChange);
  else if (unit.kind === "resolution") resolution && restoreOneResolution(document, resolution);
  else if (topic && unit.kind === "notes") restoreNotes(document, topic.id, topic.notes);
  else if (topic) restoreOneTopic(document, topic, knows(topic.id));
}

function restoreOneTopic(document: Y.Doc, old: CanonicalTopic, known: boolean): void {
  const { id, title, presenter, minutesAllotted, kind, problemNumber, withdrawn } = old;
  addTopic(document, { id, title, presenter, minutesAllotted, kind, problemNumber });
  const now = topicById(document, id);
  if (!now) return;
  if (now.title !== title) setTopicField(document, id, "title", title);
  if (now.presenter !== presenter) setTopicField(document, id, "presenter", presenter);
  if (now.minutesAllotted !== minutesAllotted)
    setTopicField(document, id, "minutesAllotted", minutesAllotted);
  if (known || now.withdrawn === withdrawn) return;
  if (withdrawn) withdrawTopic(document, id);
  else restoreTopic(document, id);
}

/** What stood in both gets its old keys back: what is new stays where it is among the others. */
function restoreOrder(document: Y.Doc, old: CanonicalRecord, mayChange: (part: RecordPart) => boolean): void {
  if (mayChange({ kind: "agenda" }))
    restoreKeys(topicsOf(document), listTopics(document, { withdrawn: true }), old.topics);
  const resolutions = listResolutions(document, undefined, { withdrawn: true }).filter(({ topicId }) =>
    mayChange({ kind: "resolutions", topicId }),
  );
  restoreKeys(resolutionsOf(document), resolutions, old.resolutions);
}

function restoreKeys(map: Y.Map<unknown>, now: readonly Ordered[], old: readonly Ordered[]): void {
  const keys = new Map(old.map(({ id, order }) => [id, order]));
  for (const { id, order } of now) {
    const was = keys.get(id);
    if (was !== undefined && was !== order) entryOf(map, id)?.set("order", was);
  }
}

const wholeFields = [
  "topicId",
  "leadUnitId",
  "dueDate",
  "measure",
  "evidence",
  "resourceKind",
  "resourceText",
  "checkBackDate",
  "resolvedAs",
  ...powerFields,
] as const;

function restoreOneResolution(document: Y.Doc, old: Resolution): void {
  const { id, topicId, text, residentText, milestones: _steps, withdrawn, order: _order, ...fields } = old;
  if (topicId === null) return;
  addResolution(document, { id, topicId, text, residentText, ...fields });
  const now = listedResolution(document, id);
  if (!now) return;
  for (const field of ["text", "residentText"] as const) {
    const shared = resolutionText(document, id, field);
    if (shared) restorePlainText(shared, old[field]);
    else if (old[field]) setResolutionText(document, id, field, old[field]);
  }
  for (const field of wholeFields)
    if (now[field] !== old[field]) setResolutionField(document, id, field, old[field]);
  if (now.assistingUnitIds.join() !== old.assistingUnitIds.join())
    setResolutionField(document, id, "assistingUnitIds", old.assistingUnitIds);
  restoreMilestones(document, now, old);
  if (now.withdrawn === withdrawn) return;
  if (withdrawn) withdrawResolution(document, id);
  else restoreResolution(document, id);
}

function listedResolution(document: Y.Doc, id: string): Resolution | undefined {
  return listResolutions(document, undefined, { withdrawn: true }).find((one) => one.id === id);
}

function restoreMilestones(document: Y.Doc, now: Resolution, old: Resolution): void {
  for (const step of old.milestones) {
    const found = now.milestones.find((one) => one.id === step.id);
    if (!found) addMilestone(document, old.id, step);
    for (const field of ["text", "dueDate", "withdrawn"] as const)
      if ((found ?? { ...step, withdrawn: false })[field] !== step[field])
        setMilestoneField(document, old.id, step.id, field, step[field]);
  }
  // The wording did not have them: taken off by a mark, from which they come back.
  for (const { id, withdrawn } of now.milestones)
    if (!withdrawn && !old.milestones.some((one) => one.id === id))
      setMilestoneField(document, old.id, id, "withdrawn", true);
}
