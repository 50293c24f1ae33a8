import { z } from "zod";
import { key, optionalKey, optionalLine } from "~/value/fields";
import { type ColumnMap, type ImportField, importFields } from "./columns";
import { type WordlessChoice, wordlessChoices } from "./importedRow";

/** Rows of the preview to look at. */
export const shownRows = ["all", "rejected", "remarked"] as const;
export type ShownRows = (typeof shownRows)[number];

const choice = z.object({
  /** `rows` once columns have been looked at; `done` carries the imported file's id. */
  step: z.enum(["columns", "rows"]).catch("columns"),
  show: z.enum(shownRows).catch("all"),
  done: optionalKey().catch(undefined),
});
/** Where somebody is in the three steps. */
export type ImportChoice = z.infer<typeof choice>;

/** Reads the step from the address. */
export function readImportChoice(search: URLSearchParams): ImportChoice {
  return choice.parse(Object.fromEntries(search));
}

/** What somebody has said of a file; what is left out is told by the file itself. */
export interface FileChoices {
  /** The sheet, from 0, or its name. */
  sheet?: number | string;
  /** The row of the header, from 1. */
  header?: number;
  columns?: ColumnMap;
  /** Columns by the words of their header or by their letter, in place of what the headers tell. */
  columnNames?: Partial<Record<ImportField, string>>;
  wordless?: WordlessChoice;
}

const wholeNumber = (text: string | null) => (text && /^\d{1,7}$/.test(text) ? Number(text) : undefined);

// More than a file may have: a column that it does not have holds nothing.
const mostColumns = 1_000;

/** Reads what was chosen for a file from an address or a form. A number that can be none is left out. */
export function readChoices(values: URLSearchParams): FileChoices {
  const wordless = wordlessChoices.find((one) => one === values.get("wordless"));
  return {
    sheet: wholeNumber(values.get("sheet")),
    header: wholeNumber(values.get("header")),
    columns: readColumns(values, mostColumns),
    wordless,
  };
}

/** Reads which column was chosen for which field; undefined when none was chosen yet, so that the headers decide. */
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

// A number, or the name of a sheet.
const text = optionalLine(200);

/** What was chosen for the file that is imported, "" for nothing. */
export const choicesForm = z.object({
  ...(Object.fromEntries(importFields.map((field) => [field, text])) as Record<ImportField, typeof text>),
  sheet: text,
  header: text,
  wordless: text,
});

/** The import that is to be undone. */
export const undoForm = z.object({ fileId: key() });

/** Writes the choices as they stand in an address or a form; what was not chosen is left out. */
export function choiceEntries({ sheet, header, columns = {}, wordless }: FileChoices): [string, string][] {
  return [
    ...importFields.map((field): [string, string] => [field, String(columns[field] ?? "")]),
    ...(sheet === undefined ? [] : [["sheet", String(sheet)] as [string, string]]),
    ...(header === undefined ? [] : [["header", String(header)] as [string, string]]),
    ...(wordless === undefined ? [] : [["wordless", wordless] as [string, string]]),
  ];
}
