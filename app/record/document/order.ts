import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

/** What can be ordered: a fractional key, ties broken by id. */
export interface Ordered {
  id: string;
  order: string;
}

/** Compares by key, then by id, code unit by code unit, so that every page gets the same order. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Reads a fractional key as the package makes them; null for a bad one, which would make it throw. */
export function readOrder(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 200) return null;
  try {
    generateKeyBetween(value, null);
    return value;
  } catch {
    return null;
  }
}

/**
 * Finds the writes that put `id` before `beforeId` (at the end when null or unknown). One write, except where
 * neighbours carry the same key because two people added at once: then those after it get new keys too.
 * @param list everything in the list, in order
 */
export function writesToPlace(list: Ordered[], id: string, beforeId: string | null): Ordered[] {
  const others = list.filter((one) => one.id !== id);
  const found = beforeId === null ? -1 : others.findIndex((one) => one.id === beforeId);
  const index = found === -1 ? others.length : found;
  const lower = readOrder(others[index - 1]?.order);
  const run = others.slice(index);
  const free = run.findIndex((one) => readOrder(one.order) !== null && (lower === null || one.order > lower));
  const tied = free === -1 ? run : run.slice(0, free);
  const upper = free === -1 ? null : (run[free]?.order ?? null);
  if (tied.length === 0) return [{ id, order: generateKeyBetween(lower, upper) }];
  const keys = generateNKeysBetween(lower, upper, tied.length + 1);
  return [id, ...tied.map((one) => one.id)].map((each, at) => ({ id: each, order: keys[at] as string }));
}
