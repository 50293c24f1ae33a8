import { z } from "zod";
import { verbatim } from "~/value/fields";
import { mostRows, registerColumns } from "./registerColumns";

/** Brings a file to be looked at; no file at all is refused like one that cannot be read. */
export const previewForm = z.object({ file: z.file().optional() });

// Longer than any field of the register may be.
const longestCell = 400;

const row = z.object(
  Object.fromEntries(registerColumns.map((column) => [column, verbatim(longestCell)])) as Record<
    (typeof registerColumns)[number],
    ReturnType<typeof verbatim>
  >,
);

/** Enters the rows that were looked at. */
export const importRegisterForm = z.object({
  rows: verbatim(2_000_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "error.unreadable" });
        return z.NEVER;
      }
    })
    .pipe(z.array(row).max(mostRows)),
});
