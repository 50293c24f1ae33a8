import { z } from "zod";
import { powersLacking, problemSources } from "~/problem/problem";
import { households, limits } from "~/problem/problemForm";
import { otherClass, ruleCode } from "~/rules/ruleLists";
import { dayIfAny, key, keys, optionalKey, optionalLine, optionalWords, verbatim } from "~/value/fields";
import { moveListingForm } from "./listForms";

/** Fields that can be written in the table of a list, in the order of its columns. */
export const gridFields = [
  "title",
  "originalWording",
  "problemClass",
  "place",
  "concernedUnitIds",
  "coordination",
  "question",
  "powerUnitId",
  "seesUnitId",
  "households",
  "wishOn",
] as const;
export type GridField = (typeof gridFields)[number];

/** What each cell holds. Without defaults: they would empty a cell that nobody touched. */
const cells = z
  .object({
    title: optionalLine(limits.title).unwrap(),
    originalWording: optionalWords(limits.originalWording).unwrap(),
    problemClass: ruleCode(),
    place: optionalLine(limits.place).unwrap(),
    concernedUnitIds: keys(20),
    coordination: optionalWords(limits.coordination).unwrap(),
    question: optionalWords(limits.question).unwrap(),
    powerUnitId: optionalKey().unwrap(),
    seesUnitId: optionalKey().unwrap(),
    households: households(),
    wishOn: dayIfAny(),
  })
  .partial();

/** Most rows at once: what fits into one paste. */
const mostRows = 500;

/**
 * What was done in the table since the last time: cells of problems on the list, each with what stood there before;
 * new rows, which need a name or the words; rows that are taken off, with what they must say for that; rows that are
 * put back; and rows that are moved to stand after another place on the list, or first.
 */
export const gridForm = z.object({
  changes: z
    .array(z.object({ number: key(), set: cells, was: cells }))
    .max(mostRows, { error: "error.tooLong" })
    .default([]),
  rows: z
    .array(
      z
        .object({
          title: optionalLine(limits.title),
          originalWording: optionalWords(limits.originalWording),
          problemClass: ruleCode().catch(otherClass),
          place: optionalLine(limits.place),
          concernedUnitIds: keys(20).default([]),
          coordination: optionalWords(limits.coordination),
          question: optionalWords(limits.question),
          powerUnitId: optionalKey(),
          seesUnitId: optionalKey(),
          households: households(),
          wishOn: dayIfAny(),
          source: z.enum(problemSources).default("resident"),
          powerLacking: z.enum(powersLacking).default("none"),
        })
        .refine((row) => row.title !== "" || row.originalWording !== "", {
          error: "error.required",
          path: ["title"],
        }),
    )
    .max(mostRows, { error: "error.tooLong" })
    .default([]),
  gone: z
    .array(z.object({ number: key(), was: cells }))
    .max(mostRows, { error: "error.tooLong" })
    .default([]),
  back: z
    .array(z.object({ number: key() }))
    .max(mostRows, { error: "error.tooLong" })
    .default([]),
  moves: z.array(moveListingForm).max(mostRows, { error: "error.tooLong" }).default([]),
});
export type GridInput = z.infer<typeof gridForm>;

// As much as 500 rows of the longest texts; how large a form may be is bounded where it arrives.
const longestBatch = 8 * 1024 * 1024;

/** The form of the table: one field that holds the batch as JSON, whose texts are cleaned where they are read. */
export const batchForm = z.object({ batch: verbatim(longestBatch) });

/** The parts of a batch before they are checked. */
export interface BatchParts {
  changes?: unknown;
  rows?: unknown;
  gone?: unknown;
  back?: unknown;
  moves?: unknown;
}

/** Reads the batch; nothing where it is none. */
export function readBatch(text: string): BatchParts {
  try {
    const batch: unknown = JSON.parse(text);
    return typeof batch === "object" && batch !== null ? batch : {};
  } catch {
    return {};
  }
}
