import type { Node } from "@tiptap/pm/model";
import type { Transform } from "@tiptap/pm/transform";

/**
 * Makes a node of the editor's document what another one is, touching only what differs, so that carets elsewhere stay.
 * @param start where the content of the node begins
 */
export function replaceDifference(tr: Transform, start: number, shown: Node, there: Node): void {
  if (shown.inlineContent && there.inlineContent) {
    replaceWords(tr, start, shown, there);
    return;
  }
  const most = Math.min(shown.childCount, there.childCount);
  let prefix = 0;
  while (prefix < most && shown.child(prefix).eq(there.child(prefix))) prefix += 1;
  let suffix = 0;
  while (suffix < most - prefix && isTwin(shown, there, suffix)) suffix += 1;
  const both = most - prefix - suffix;
  const starts = childStarts(shown, start);
  const rest = there.content.content.slice(prefix + both, there.childCount - suffix);
  tr.replaceWith(starts[prefix + both]!, starts[shown.childCount - suffix]!, rest);
  // From the last to the first, so that the places of those before stay what they were.
  for (let at = prefix + both - 1; at >= prefix; at--)
    replaceChild(tr, starts[at]!, shown.child(at), there.child(at));
}

function isTwin(shown: Node, there: Node, suffix: number): boolean {
  return shown.child(shown.childCount - 1 - suffix).eq(there.child(there.childCount - 1 - suffix));
}

function childStarts(node: Node, start: number): number[] {
  const starts = [start];
  node.forEach((child) => {
    starts.push(starts.at(-1)! + child.nodeSize);
  });
  return starts;
}

function replaceChild(tr: Transform, at: number, shown: Node, there: Node): void {
  if (shown.isLeaf || there.isLeaf || shown.inlineContent !== there.inlineContent) {
    tr.replaceWith(at, at + shown.nodeSize, there);
    return;
  }
  replaceDifference(tr, at + 1, shown, there);
  if (!shown.hasMarkup(there.type, there.attrs, there.marks))
    tr.setNodeMarkup(at, there.type, there.attrs, there.marks);
}

function replaceWords(tr: Transform, start: number, shown: Node, there: Node): void {
  const from = shown.content.findDiffStart(there.content);
  const end = shown.content.findDiffEnd(there.content);
  if (from === null || !end) return;
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  tr.replace(start + from, start + end.a + overlap, there.slice(from, end.b + overlap));
}
