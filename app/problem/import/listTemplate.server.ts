import writeXlsxFile from "write-excel-file/node";
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
const head = { fontWeight: "bold", backgroundColor: "#f3f1eb" } as const;

/**
 * Writes an XLSX file with the headers of a street's list and, on a second sheet, what belongs under each. Imported
 * as it is it holds no problem.
 */
export async function listTemplate(words: TemplateWords): Promise<Buffer> {
  const headers = importFields.map((field) => ({ value: words.header[field], ...head }));
  const notes = importFields.map((field) => [
    { value: words.header[field], ...head },
    { value: words.note[field], wrap: true },
  ]);
  return writeXlsxFile([
    {
      sheet: words.sheet,
      data: [headers],
      columns: importFields.map((field) => ({ width: wide.includes(field) ? 40 : 16 })),
      stickyRowsCount: 1,
    },
    { sheet: words.notes, data: notes, columns: [{ width: 20 }, { width: 80 }] },
  ]).toBuffer();
}
