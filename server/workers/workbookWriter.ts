import type { Worker } from "node:worker_threads";
import { Mutex } from "async-mutex";
import { done, refuse } from "~/ledger/result";
import {
  type Sheet,
  type SheetFrame,
  type WorkbookValue,
  type WritingMessage,
  type WritingPart,
  writingLimits,
} from "~/workbook/workbook";
import type { WorkbookWriter } from "~/workbook/writeWorkbook.server";
import { onThread, type ThreadLimits } from "./onThread";

// A part is handed over by the thread that answers requests, which must not be held up by it.
const partRows = 500;

// One at a time: two would take the processors from those who are answered.
const turn = new Mutex();

/** Makes workbooks on a thread of its own, which is ended when it takes too long or too much memory. */
export const workbookWriter = createWorkbookWriter(writingLimits);

/** Creates a writer whose threads are ended at these limits. */
export function createWorkbookWriter(limits: ThreadLimits): WorkbookWriter {
  return { write: (sheets) => turn.runExclusive(() => writeOnThread(sheets, limits)) };
}

async function writeOnThread(sheets: readonly Sheet[], limits: ThreadLimits) {
  const frames = sheets.map(({ rows: _, ...frame }): SheetFrame => frame);
  const parts = partsOf(sheets);
  let file: Uint8Array | undefined;
  let failure: unknown;
  const give = async (thread: Worker) => {
    try {
      const { value } = await parts.next();
      thread.postMessage(value ?? "end");
    } catch (error) {
      failure = error;
      await thread.terminate();
    }
  };
  const hear = (message: WritingMessage, thread: Worker) => {
    if (message !== "more") file = message.file;
    // The next part is made when whoever asks in between was answered.
    else setImmediate(() => void give(thread));
    return message !== "more";
  };
  await onThread<WritingMessage>("workbookThread", frames, limits, hear);
  if (failure) throw failure;
  return file ? done(file) : refuse("fileTooLargeToMake", { values: { seconds: limits.seconds } });
}

async function* partsOf(sheets: readonly Sheet[]): AsyncGenerator<WritingPart, undefined> {
  for (const [sheet, { rows }] of sheets.entries()) {
    let part: WorkbookValue[][] = [];
    for await (const row of rows) {
      part.push(row);
      if (part.length < partRows) continue;
      yield { sheet, rows: part };
      part = [];
    }
    if (part.length > 0) yield { sheet, rows: part };
  }
  return undefined;
}
