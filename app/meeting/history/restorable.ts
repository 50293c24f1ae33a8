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
 * What was added since stays, so it is not among it.
 * @param mayPlace whether the reader may put this topic on the agenda or take it off
 */
export function restorable(
  difference: RecordDifference,
  mayPlace: (topicId: string) => boolean,
): Record<string, Restorable> {
  const things: Record<string, Restorable> = {};
  const all: RestoreUnit[] = [];
  const offer = (key: string, units: RestoreUnit[], topic: TopicDifference) => {
    if (units.length > 0) things[key] = { units, size: sizeOf([topic]) };
  };
  for (const topic of difference.topics) {
    // One that only changed places comes back with the order.
    const resolutions = topic.resolutions.filter(
      (one) => one.standing !== "added" && (one.standing !== "kept" || says(one)),
    );
    for (const one of resolutions)
      offer(`resolution/${one.id}`, [{ kind: "resolution", id: one.id }], {
        ...topic,
        ...{ fields: [], notes: [], resolutions: [one] },
      });
    const own = ownUnits(topic, mayPlace);
    const notes = own.filter((unit) => unit.kind === "notes");
    if (topic.id !== null) offer(`notes/${topic.id}`, notes, { ...topic, fields: [], resolutions: [] });
    const units = [...own, ...resolutions.map(({ id }): RestoreUnit => ({ kind: "resolution", id }))];
    if (topic.id !== null) offer(`topic/${topic.id}`, units, { ...topic, resolutions });
    all.push(...units);
  }
  if (difference.topics.some((topic) => topic.moved || topic.resolutions.some((one) => one.moved)))
    all.push({ kind: "order", id: "agenda" });
  if (all.length > 0) things[everything] = { units: all, size: difference.size };
  return things;
}

function ownUnits(topic: TopicDifference, mayPlace: (topicId: string) => boolean): RestoreUnit[] {
  const { id, standing, fields, notes } = topic;
  if (id === null || standing === "added") return [];
  const placed = standing !== "kept" && mayPlace(id);
  return [
    ...(fields.length > 0 || placed ? [{ kind: "topic" as const, id }] : []),
    ...(notes.length > 0 ? [{ kind: "notes" as const, id }] : []),
  ];
}
