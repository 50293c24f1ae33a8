import { z } from "zod";
import { type ColumnMap, type ImportField, importFields } from "./columns";

/** Rows of the preview to look at. */
export const shownRows = ["all", "rejected", "remarked"] as const;
export type ShownRows = (typeof shownRows)[number];

const choice = z.object({
  /** `rows` once columns have been looked at; `done` carries the imported file's id. */
  step: z.enum(["columns", "rows"]).catch("columns"),
  show: z.enum(shownRows).catch("all"),
  done: z.string().optional(),
});
/** Where somebody is in the three steps. */
export type ImportChoice = z.infer<typeof choice>;

/** Reads the step from the address. */
export function readImportChoice(search: URLSearchParams): ImportChoice {
  return choice.parse(Object.fromEntries(search));
}

/**
 * Reads which column was chosen for which field; undefined when none was chosen yet, so that the headers decide.
 * A number that is no column of the file is left out.
 */
export function readColumns(values: URLSearchParams, columnCount: number): ColumnMap | undefined {
  if (!importFields.some((field) => values.has(field))) return undefined;
  const map: ColumnMap = {};
  for (const field of importFields) {
    const text = String(values.get(field) ?? "");
    const column = /^\d{1,3}$/.test(text) ? Number(text) : -1;
    if (column >= 0 && column < columnCount) map[field] = column;
  }
  return map;
}

/** A file that is brought. */
export const uploadForm = z.object({ file: z.file().optional() });

/** Which column was chosen for which field, "" for none. */
export const columnsForm = z.object(
  Object.fromEntries(importFields.map((field) => [field, z.string().default("")])) as Record<
    ImportField,
    z.ZodDefault<z.ZodString>
  >,
);

/** Writes the chosen columns as they stand in an address or a form. */
export function columnEntries(columns: ColumnMap): [string, string][] {
  return importFields.map((field) => [field, String(columns[field] ?? "")]);
}
