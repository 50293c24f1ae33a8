import type { FieldDifference } from "./fieldDifference";
import type { BlockDifference } from "./noteBlocks";

/** Names a line of notes in comparison. */
export function lineKey(topicId: string, line: BlockDifference): string {
  const [before, after] = ["before" in line ? line.before : "", "after" in line ? line.after : ""];
  return `notes/${topicId}/${before}/${after}`;
}

/** Names a field in comparison. */
export function fieldKey(thing: { kind: string; id: string }, field: FieldDifference["field"]): string {
  return `${thing.kind}/${thing.id}/${field}`;
}
