import type * as Y from "yjs";
import { textDifference } from "~/record/difference/textDifference";

/** A run of words with its formatting. */
interface FormattedRun {
  text: string;
  attributes: Record<string, unknown>;
}

/** The same value always as the same text. */
export function steadyJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The runs of a shared text; null when there is something in it that is no text. */
function runsOf(text: Y.Text): FormattedRun[] | null {
  const runs: FormattedRun[] = [];
  for (const { insert, attributes = {} } of text.toDelta() as {
    insert: unknown;
    attributes?: Record<string, unknown>;
  }[]) {
    if (typeof insert !== "string") return null;
    runs.push({ text: insert, attributes });
  }
  return runs;
}

/**
 * Makes a shared text read as `target` by changing only what differs, word by word: what somebody else
 * writes in it at the same time stays.
 */
function restoreText(text: Y.Text, target: readonly FormattedRun[]): void {
  const runs = runsOf(text);
  if (!runs) text.delete(0, text.length);
  const before = (runs ?? []).map((run) => run.text).join("");
  const after = target.map((run) => run.text).join("");
  let at = 0;
  for (const span of textDifference(before, after)) {
    if (span.kind === "removed") text.delete(at, span.text.length);
    else {
      if (span.kind === "added") insertRuns(text, at, cut(target, span.at, span.at + span.text.length));
      at += span.text.length;
    }
  }
  restoreFormat(text, target);
}

/** Makes a plain shared text read as `target`, likewise. */
export function restorePlainText(text: Y.Text, target: string): void {
  if (text.toString() !== target) restoreText(text, [{ text: target, attributes: {} }]);
}

/** The part of runs between two places. */
function cut(runs: readonly FormattedRun[], from: number, to: number): FormattedRun[] {
  const parts: FormattedRun[] = [];
  let start = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (text) parts.push({ text, attributes: run.attributes });
    start += run.text.length;
  }
  return parts;
}

/** Puts runs in, one behind the other. */
function insertRuns(text: Y.Text, at: number, runs: readonly FormattedRun[]): void {
  let place = at;
  for (const run of runs) {
    text.insert(place, run.text, run.attributes);
    place += run.text.length;
  }
}

function restoreFormat(text: Y.Text, target: readonly FormattedRun[]): void {
  let at = 0;
  for (const { text: words, attributes } of runsOf(text) ?? []) {
    let place = at;
    for (const wanted of cut(target, at, at + words.length)) {
      if (steadyJson(attributes) !== steadyJson(wanted.attributes)) {
        const gone = Object.fromEntries(Object.keys(attributes).map((key) => [key, null]));
        text.format(place, wanted.text.length, { ...gone, ...wanted.attributes });
      }
      place += wanted.text.length;
    }
    at += words.length;
  }
}
