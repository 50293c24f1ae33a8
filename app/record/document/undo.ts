import * as Y from "yjs";
import { entriesOf, makingMark, recordOrigin, resolutionsOf, topicsOf } from "./shape";

/** One step of undo. */
type Step = Y.UndoManager["undoStack"][number];

/** What any shared structure is made of. */
type Structure = Pick<Y.Map<unknown>, "_map" | "_start">;

/** Tells whether somebody else has something living in the structure; its place in a list does not count. */
function holdsOthers(type: Structure, own: number): boolean {
  const isOthers = (item: Y.Item): boolean => {
    if (item.deleted) return false;
    if (item.id.client !== own) return true;
    return item.content instanceof Y.ContentType && holdsOthers(item.content.type, own);
  };
  for (const [key, item] of type._map) if (key !== "order" && isOthers(item)) return true;
  for (let item = type._start; item; item = item.right) if (isOthers(item)) return true;
  return false;
}

/** Lists every entry that can be added: topics, resolutions, and the milestones of each. */
function allEntries(document: Y.Doc): Y.Map<unknown>[] {
  const resolutions = entriesOf(resolutionsOf(document)).map(([, entry]) => entry);
  const milestones = resolutions.flatMap((entry) => {
    const found = entry.get("milestones");
    return found instanceof Y.Map ? entriesOf(found).map(([, step]) => step) : [];
  });
  return [...entriesOf(topicsOf(document)).map(([, entry]) => entry), ...resolutions, ...milestones];
}

/** Tells whether the step showed an entry for the first time, see `makeEntry`. */
function adds(step: Step, entry: Y.Map<unknown>): boolean {
  const mark = entry._map.get("withdrawn");
  if (!mark || entry.get("withdrawn") !== false || !Y.isDeleted(step.insertions, mark.id)) return false;
  // Before it there is only the one mark it was made with; Yjs joins marks that were set one after the other.
  return mark.left?.left === null && mark.left.length === 1;
}

/**
 * Takes back this page's edits of topics and resolutions only. What was added is withdrawn, never deleted:
 * what somebody wrote into it without a network would be deleted with it. Once others have written into it,
 * its adding is not taken back at all.
 */
class RecordUndo extends Y.UndoManager {
  override undo(): ReturnType<Y.UndoManager["undo"]> {
    const step = this.undoStack.at(-1);
    const own = this.doc.clientID;
    if (!step || !allEntries(this.doc).some((entry) => adds(step, entry) && holdsOthers(entry, own)))
      return super.undo();
    this.undoStack.pop();
    this.stopCapturing();
    return null;
  }
}

/** Creates an UndoManager for topics and resolutions; notes undo in their own editor. */
export function recordUndo(document: Y.Doc): Y.UndoManager {
  return new RecordUndo([topicsOf(document), resolutionsOf(document)], {
    trackedOrigins: new Set([recordOrigin]),
    captureTransaction: (transaction) => !transaction.meta.has(makingMark),
  });
}
