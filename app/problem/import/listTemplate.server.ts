import type { Sheet } from "~/workbook/workbook";
import { type ImportField, importFields } from "./columns";

/** The words of the empty list, in the language it is downloaded in. */
export interface TemplateWords {
  sheet: string;
  notes: string;
  header: Record<ImportField, string>;
  note: Record<ImportField, string>;
}

// Columns of prose need room.
const wide: readonly ImportField[] = ["originalWording", "summary", "coordination", "question"];

/**
 * The sheets of an empty list: the headers of a street's list and, on a second one, what belongs under each. Imported
 * as it is it holds no problem.
 */
export function listTemplate({ sheet, notes, header, note }: TemplateWords): Sheet[] {
  return [
    {
      name: sheet,
      head: importFields.map((field) => header[field]),
      columns: importFields.map((field) => ({ width: wide.includes(field) ? 40 : 16 })),
      rows: [],
    },
    {
      name: notes,
      columns: [
        { width: 20, bold: true },
        { width: 80, wrap: true },
      ],
      rows: importFields.map((field) => [header[field], note[field]]),
    },
  ];
}
