import { z } from "zod";
import { powersLacking, problemSources } from "~/problem/problem";
import { problemClasses } from "~/unit/problemClass";

/** Fields that can be written in the table of a list, in the order of its columns. */
export const gridFields = [
  "title",
  "originalWording",
  "problemClass",
  "place",
  "concernedUnitIds",
  "coordination",
  "question",
] as const;
export type GridField = (typeof gridFields)[number];

const value = z.union([z.string(), z.array(z.string())]);
const changedFields = z.partialRecord(z.enum(gridFields), value);

/**
 * What was written in the table since the last time: cells of problems on the list, each with what stood
 * there before, and new rows. Most rows at once: what fits into one paste.
 */
export const gridForm = z.object({
  changes: z
    .array(z.object({ number: z.string(), set: changedFields, was: changedFields }))
    .max(500, { error: "error.tooLong" })
    .default([]),
  rows: z
    .array(
      z.object({
        title: z.string(),
        originalWording: z.string(),
        problemClass: z.enum(problemClasses).catch("other"),
        place: z.string().default(""),
        concernedUnitIds: z.array(z.string()).default([]),
        coordination: z.string().default(""),
        question: z.string().default(""),
        source: z.enum(problemSources).default("resident"),
        powerLacking: z.enum(powersLacking).default("none"),
      }),
    )
    .max(500, { error: "error.tooLong" })
    .default([]),
});
export type GridInput = z.infer<typeof gridForm>;

/** The form of the table: one field that holds the batch as JSON. */
export const batchForm = z.object({ batch: z.string({ error: "error.required" }) });

/** Reads the batch; nothing where it is none. */
export function readBatch(text: string): { changes?: unknown; rows?: unknown } {
  try {
    const batch: unknown = JSON.parse(text);
    return typeof batch === "object" && batch !== null ? batch : {};
  } catch {
    return {};
  }
}
