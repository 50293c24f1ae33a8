/** The shape of a day's live document: see design.md section 4. The door to the `record*` files. */
export * from "./recordCanonical";
export { byOrder, type Ordered } from "./recordOrder";
export * from "./recordResolutions";
export * from "./recordSession";
export {
  isRecordId,
  isRecordRoot,
  notesOf,
  notesRoot,
  recordOrigin,
  recordRoots,
  resolutionsOf,
  sessionOf,
  topicsOf,
} from "./recordShape";
export { replaceText } from "./recordText";
export * from "./recordTopics";
export { recordUndo } from "./recordUndo";
