import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import { cleanText } from "~/value/cleanText";
import type { SheetFrame, WorkbookValue, WritingMessage, WritingPart } from "~/workbook/workbook";

// Runs on a thread of its own, one for each file; see workbookWriter.ts.
const port = parentPort!;
const send = (message: WritingMessage) => port.postMessage(message);
const head = { fontWeight: "bold", backgroundColor: "#f3f1eb", wrap: true, type: String } as const;

type Column = NonNullable<SheetFrame["columns"]>[number];

function cell(value: WorkbookValue, { wrap, bold }: Column = {}) {
  if (value === null || value === "") return null;
  if (value instanceof Date) return { value, type: Date, format: "yyyy-mm-dd" };
  if (typeof value === "number") return { value, type: Number };
  // What was stored before text was cleaned on its way in would make a file that no program opens.
  return { value: cleanText(value), type: String, wrap, ...(bold && head) };
}

async function answer(frames: readonly SheetFrame[]): Promise<void> {
  const sheets = frames.map(({ name, head: names, columns = [], stickyColumns }) => ({
    sheet: name,
    data: (names ? [names.map((value) => ({ value, ...head }))] : []) as SheetData,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: names && 1,
    stickyColumnsCount: stickyColumns,
  }));
  for (;;) {
    const asked = once(port, "message");
    send("more");
    const [part] = (await asked) as [WritingPart];
    if (part === "end") break;
    const { columns } = frames[part.sheet]!;
    for (const row of part.rows)
      sheets[part.sheet]!.data.push(row.map((value, at) => cell(value, columns?.[at])));
  }
  send({ file: await writeXlsxFile(sheets).toBuffer() });
  port.close();
}

void answer(workerData);
