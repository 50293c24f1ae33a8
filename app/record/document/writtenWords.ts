import * as Y from "yjs";
import { itemsOfNotes, itemsOfText, type WrittenItem } from "./noteItems";
import { listResolutions, listTopics, resolutionsOf, topicsOf } from "./record";
import { powerFields } from "./resolutionKind";

/** Tells of a character, by its Yjs id, whether it is one of those looked for. */
type IsOwn = (id: { client: number; clock: number }) => boolean;

/**
 * Lists the words of a record that are somebody's own, in the order of the agenda: the title of each topic in
 * which there are any, and under it what was written there, line by line. What was deleted again is left out.
 */
export function writtenWords(document: Y.Doc, isOwn: IsOwn): string {
  const sections = listTopics(document, { withdrawn: true }).map(({ id, title }) => {
    const lines = [
      ...mapLines(topicsOf(document).get(id), isOwn),
      ...noteLines(document, id, isOwn),
      ...listResolutions(document, id, { withdrawn: true }).flatMap((one) =>
        mapLines(resolutionsOf(document).get(one.id), isOwn),
      ),
    ];
    return lines.length > 0 ? [title, ...lines].filter(Boolean).join("\n") : "";
  });
  return sections.filter(Boolean).join("\n\n");
}

// Fields whose values are words; of the others only people know what they mean.
const wordFields = [
  "presenter",
  "text",
  "residentText",
  "measure",
  "evidence",
  "resourceText",
  ...powerFields,
];

function mapLines(map: unknown, isOwn: IsOwn): string[] {
  if (!(map instanceof Y.Map)) return [];
  const fields = wordFields.map((field) => valueWords(map, field, isOwn));
  const steps: unknown = map.get("milestones");
  const milestones = steps instanceof Y.Map ? [...steps.values()].map((step) => stepWords(step, isOwn)) : [];
  return [...fields, ...milestones].filter((line) => line.trim() !== "");
}

const stepWords = (step: unknown, isOwn: IsOwn) =>
  step instanceof Y.Map ? valueWords(step, "text", isOwn) : "";

function valueWords(map: Y.Map<unknown>, field: string, isOwn: IsOwn): string {
  const value = map.get(field);
  if (value instanceof Y.Text) return ownWords(itemsOfText(value), isOwn);
  const item = map._map.get(field);
  return typeof value === "string" && item && isOwn(item.id) ? value : "";
}

/** Lists the lines of notes in which there are words of their own. */
function noteLines(document: Y.Doc, topicId: string, isOwn: IsOwn): string[] {
  return itemsOfNotes(document, topicId)
    .map((line) => ownWords(line, isOwn))
    .filter((line) => line.trim() !== "");
}

function ownWords(items: readonly WrittenItem[], isOwn: IsOwn): string {
  const own = items.map(({ id, text, atom }) => {
    if (atom) return isOwn(id) ? text : "";
    const { client, clock } = id;
    return [...text.split("")].filter((_unit, at) => isOwn({ client, clock: clock + at })).join("");
  });
  return own.join("");
}
