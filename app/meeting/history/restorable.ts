import type { RecordDifference } from "~/record/difference/compareRecords";
import { type ChangeSize, sizeOf, type TopicDifference } from "~/record/difference/countChanges";
import { says } from "~/record/difference/resolutionDifference";
import type { RestoreUnit } from "./restorePart";

/** Parts that can be brought back in one go, and how much of the record that touches. */
export interface Restorable {
  units: RestoreUnit[];
  size: ChangeSize;
}

/** Names everything at once where a thing could be named. */
export const everything = "all";

/**
 * What can be brought back of a difference, by thing: `topic/ID`, `notes/ID`, `resolution/ID`, and `all`.
 * What was added since stays, so it is not among it. Of several parts also those are named that are closed, so that
 * they can be told of; what it touches is counted of the others.
 * @param mayPlace whether the reader may put this topic on the agenda or take it off
 * @param isOpen whether the reader may change this part now
 */
export function restorable(
  difference: RecordDifference,
  mayPlace: (topicId: string) => boolean,
  isOpen: (unit: RestoreUnit) => boolean,
): Record<string, Restorable> {
  const things: Record<string, Restorable> = {};
  const all: RestoreUnit[] = [];
  const touched: TopicDifference[] = [];
  const offer = (key: string, units: RestoreUnit[], size: ChangeSize) => {
    if (units.some(isOpen)) things[key] = { units, size };
  };
  for (const topic of difference.topics) {
    // One that only changed places comes back with the order.
    const resolutions = topic.resolutions.filter(
      (one) => one.standing !== "added" && (one.standing !== "kept" || says(one)),
    );
    for (const one of resolutions)
      offer(`resolution/${one.id}`, [unitOf(one)], sizeOf([{ ...topic, ...bare, resolutions: [one] }]));
    const own = ownUnits(topic, mayPlace);
    const open = own.filter(isOpen);
    const ofKind = (kind: RestoreUnit["kind"]) => open.some((unit) => unit.kind === kind);
    const back = {
      ...topic,
      fields: ofKind("topic") ? topic.fields : [],
      notes: ofKind("notes") ? topic.notes : [],
      resolutions: resolutions.filter((one) => isOpen(unitOf(one))),
    };
    const units = [...own, ...resolutions.map(unitOf)];
    if (topic.id !== null) {
      const notes = own.filter(({ kind }) => kind === "notes");
      offer(`notes/${topic.id}`, notes, sizeOf([{ ...back, fields: [], resolutions: [] }]));
      offer(`topic/${topic.id}`, units, sizeOf([back]));
    }
    all.push(...units);
    if (units.some(isOpen)) touched.push(back);
  }
  if (difference.topics.some((topic) => topic.moved || topic.resolutions.some((one) => one.moved)))
    all.push({ kind: "order", id: "agenda" });
  offer(everything, all, sizeOf(touched));
  return things;
}

const bare = { fields: [], notes: [] };

const unitOf = ({ id }: { id: string }): RestoreUnit => ({ kind: "resolution", id });

function ownUnits(topic: TopicDifference, mayPlace: (topicId: string) => boolean): RestoreUnit[] {
  const { id, standing, fields, notes } = topic;
  if (id === null || standing === "added") return [];
  const placed = standing !== "kept" && mayPlace(id);
  return [
    ...(fields.length > 0 || placed ? [{ kind: "topic" as const, id }] : []),
    ...(notes.length > 0 ? [{ kind: "notes" as const, id }] : []),
  ];
}
