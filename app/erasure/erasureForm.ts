import { z } from "zod";
import { askers, wordFields } from "~/problem/erased";
import { lines, version, words } from "~/value/fields";

/** Bounds of what is erased at once. */
export const erasureBounds = { passages: 20, passage: 500, shortest: 2, cells: 200, legalBasis: 500 };

const passages = lines({
  ...{ most: erasureBounds.passages, longest: erasureBounds.passage },
  ...{ tooMany: "error.tooManyPassages", tooLong: "error.tooLong" },
}).refine((all) => all.every((one) => one.length >= erasureBounds.shortest), {
  error: "error.passageShort",
});

/** Which words about a problem are to be erased, who asks for it and by which law. */
export const erasureForm = z.object({
  /** Erased wholly. */
  fields: z.array(z.enum(wordFields)).max(wordFields.length).default([]),
  /** Cells of the imported row by their place, erased wholly. */
  cells: z
    .array(z.coerce.number().int().min(0).max(erasureBounds.cells))
    .max(erasureBounds.cells)
    .default([]),
  /** Erased wherever they stand. */
  passages,
  askedBy: z.enum(askers, { error: "error.required" }),
  legalBasis: words(erasureBounds.legalBasis),
  /** Of the problem as it was shown. */
  version: version(),
});

/** What somebody has chosen to erase. */
export type ErasureChoice = z.output<typeof erasureForm>;
