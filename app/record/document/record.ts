// What other rooms need of the document of a record, by one name.
export * from "./canonical";
export { markedLines } from "./markedLines";
export { byOrder, type Ordered } from "./order";
export { readNotes } from "./readNotes";
export * from "./recordSession";
export { replaceText } from "./replaceText";
export * from "./resolutionKind";
export * from "./resolutions";
export * from "./resourceKind";
export {
  elementsOf,
  isRecordId,
  isRecordRoot,
  notesOf,
  notesRoot,
  recordOrigin,
  recordRoots,
  resolutionsOf,
  sessionOf,
  topicOfElements,
  topicOfNotes,
  topicsOf,
} from "./shape";
export * from "./topics";
export { recordUndo } from "./undo";
export { readWording, topicOfWording, wordingId } from "./wording";
