import type * as Y from "yjs";
import { sessionOf } from "./record";

const field = "facts";

function rung(document: Y.Doc): number {
  const value = sessionOf(document).get(field);
  return typeof value === "number" && Number.isSafeInteger(value) ? value : 0;
}

/** Counts one more change of facts in the database: open pages fetch them again. The number itself means nothing. */
export function ringFacts(document: Y.Doc): void {
  sessionOf(document).set(field, rung(document) + 1);
}

/** Calls `listener` whenever facts have changed; returns what stops it. */
export function onFactsRung(document: Y.Doc, listener: () => void): () => void {
  const session = sessionOf(document);
  const observe = (event: Y.YMapEvent<unknown>) => {
    if (event.keysChanged.has(field)) listener();
  };
  session.observe(observe);
  return () => session.unobserve(observe);
}
