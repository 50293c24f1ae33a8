/** The shape of a day's live document: see design.md section 4. The door to the `record*` files. */
export * from "./canonical";
export * from "./clock";
export { byOrder, type Ordered } from "./order";
export { replaceText } from "./replaceText";
export * from "./resolutions";
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
} from "./shape";
export * from "./topics";
export { recordUndo } from "./undo";
