import * as Y from "yjs";

/**
 * A document that holds what it is given and adds nothing. On taking in formatted text from elsewhere,
 * Yjs deletes marks that have become redundant, as an edit of its own: here that would be an edit in
 * memory which was never stored. The clients do it, and their deletions arrive like any other edit.
 */
export function plainDocument(): Y.Doc {
  const document = new Y.Doc();
  document.on("beforeObserverCalls", (transaction: Y.Transaction) => {
    transaction.local = true;
  });
  return document;
}
