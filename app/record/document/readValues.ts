import * as Y from "yjs";
import { isDay, isInstant } from "~/calendar/day";
import { cleanText, cutText } from "~/value/cleanText";
import { isRecordId, recordBounds } from "./shape";

// Reading never throws: anyone who may write can put anything into the document, and a record that
// cannot be read because of one bad value would be lost to everybody.

/** Reads a string (or shared text), normalised and cut to `bound` characters; empty for anything else. */
export function readText(value: unknown, bound: number = recordBounds.line): string {
  const text = value instanceof Y.Text ? plainText(value) : typeof value === "string" ? value : "";
  // Cut first, so that a hostile length costs nothing; both leave whole characters.
  return cleanText(cutText(text, bound));
}

// Not `toString`, which would count embedded objects and formatting as text in some Yjs types.
function plainText(text: Y.Text): string {
  let plain = "";
  for (const part of text.toDelta() as { insert?: unknown }[]) {
    if (typeof part.insert === "string") plain += part.insert;
  }
  return plain;
}

/** Reads a text; null when it is empty. */
export function readOptionalText(value: unknown, bound?: number): string | null {
  return readText(value, bound) || null;
}

/** Reads the id of an entry; null for anything else. */
export function readId(value: unknown): string | null {
  return isRecordId(value) ? value : null;
}

/** Reads the distinct ids of a plain array, in order. */
export function readIds(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.slice(0, recordBounds.entries).filter(isRecordId))];
}

/** Reads a whole number within bounds; null for anything else. */
export function readWhole(value: unknown, from: number, to: number): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= from && value <= to ? value : null;
}

/** Reads a day `YYYY-MM-DD` that exists in the calendar; null for anything else. */
export function readDay(value: unknown): string | null {
  return typeof value === "string" && isDay(value) ? value : null;
}

/** Reads an instant and writes it as ISO text in UTC; null for anything else. */
export function readInstant(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 30 || !isInstant(value)) return null;
  return new Date(value).toISOString();
}

/** Reads one of the choices; `otherwise` for anything else. */
export function readChoice<T extends string>(value: unknown, choices: readonly T[], otherwise: T): T {
  return choices.includes(value as T) ? (value as T) : otherwise;
}
