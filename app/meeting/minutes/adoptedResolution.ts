import type { CanonicalRecord } from "~/record/document/record";
import type { Paper, PaperResolution } from "./paper";
import { resolutionLine, type UnitName } from "./resolutionLine";

/** A resolution that minutes in force have adopted, as it reads there. */
export interface AdoptedResolution {
  topicId: string;
  title: string;
  /** Under its topic, from 1. */
  place: number;
  line: PaperResolution;
}

/** What keeps an amendment from changing what was adopted. */
export interface Amended {
  adopted: readonly AdoptedResolution[];
  unitName: UnitName;
}

/** An adopted resolution that an amended record no longer has as it was adopted. */
export interface AdoptedChange {
  what: "adopted";
  how: "changed" | "withdrawn";
  topicId: string;
  title: string;
  resolutionId: string;
  /** Its place under its topic, from 1. */
  ordinal: number;
}

/** Every resolution of minutes in force, under the id it has in the record. */
export function adoptedIn(paper: Pick<Paper, "topics">): AdoptedResolution[] {
  return paper.topics.flatMap(({ id, title, resolutions }) =>
    resolutions.map((line, at) => ({ topicId: id, title, place: at + 1, line })),
  );
}

/** Adopted resolutions that the record gives other words, another topic, or no longer. */
export function changedAdopted(record: CanonicalRecord, amended: Amended): AdoptedChange[] {
  return amended.adopted.flatMap((one): AdoptedChange[] => {
    const how = changeOf(record, one, amended.unitName);
    if (!how) return [];
    const { topicId, title, place, line } = one;
    return [{ what: "adopted", how, topicId, title, resolutionId: line.id, ordinal: place }];
  });
}

function changeOf(
  record: CanonicalRecord,
  { topicId, line }: AdoptedResolution,
  unitName: UnitName,
): AdoptedChange["how"] | null {
  const draft = record.resolutions.find((one) => one.id === line.id);
  const placed = record.topics.some((topic) => topic.id === topicId);
  if (!draft || draft.withdrawn || !placed) return "withdrawn";
  const reads = resolutionLine(draft, line.ordinal, unitName);
  return draft.topicId === topicId && wordsOf(reads) === wordsOf(line) ? null : "changed";
}

/** Everything it says; what units are called at present is none of it. */
function wordsOf({ lead: _lead, assisting: _assisting, milestones, ...own }: PaperResolution): string {
  const steps = milestones.map(({ text, due }) => [due, text]);
  return JSON.stringify([...Object.entries(own).sort(([one], [other]) => (one < other ? -1 : 1)), steps]);
}
