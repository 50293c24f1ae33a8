import * as Y from "yjs";

/**
 * Makes a document that holds what it is given and adds nothing. On taking in formatted text from elsewhere,
 * Yjs deletes marks that have become redundant, as an edit of its own: here that would be an edit in
 * memory which was never stored. The clients do it, and their deletions arrive like any other edit.
 * @param elements it holds notes as elements, as records did before version 2 of the editor
 */
export function plainDocument({ elements = false } = {}): Y.Doc {
  const document = new Y.Doc({ meta: { elements } });
  document.on("beforeObserverCalls", settle);
  return document;
}

/** Tells of a document that `plainDocument` made whether it holds notes as elements. */
export function holdsElements(document: Y.Doc): boolean {
  return (document.meta as { elements?: unknown } | null)?.elements === true;
}

// At this moment all that the transaction brought is in its place, and nothing has been made of it yet.
function settle(transaction: Y.Transaction): void {
  transaction.local = true;
  for (const [client, from] of newIn(transaction))
    trimValues(transaction.doc.store.clients.get(client), from);
}

/** Names the Yjs clients by whom a transaction brought something, and the clock from which on it is new. */
function* newIn({ beforeState, afterState }: Y.Transaction): Generator<[client: number, from: number]> {
  for (const [client, to] of afterState) {
    const from = beforeState.get(client) ?? 0;
    if (to > from) yield [client, from];
  }
}

// Yjs reads each value of a map into an array of its own, which V8 makes long enough for seventeen: in a record
// of many fields a seventh of the memory. A copy is as long as what is in it.
function trimValues(structs: (Y.Item | Y.GC)[] = [], from: number): void {
  for (let at = structs.length - 1; at >= 0; at--) {
    const struct = structs[at] as Y.Item | Y.GC;
    if (struct.id.clock < from) break;
    if (!(struct instanceof Y.Item)) continue;
    const { content } = struct;
    if (content instanceof Y.ContentAny) content.arr = content.arr.slice();
  }
}
