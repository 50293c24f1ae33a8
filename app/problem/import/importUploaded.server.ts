import type { Actor } from "~/access/actor";
import { type Result, refuse } from "~/ledger/result";
import { readColumns } from "./chosenColumns";
import type { ImportField } from "./columns";
import { type ImportReport, importList } from "./importList.server";
import { dropUpload, uploadedFile } from "./uploadImport.server";

// More columns than a file may have: those it does not have hold nothing.
const anyColumn = 1_000;

/**
 * Imports the file that waits on a street's list with the columns that were chosen, and forgets it then.
 * Refuses like `importList`, and with `notFound` when no file waits.
 */
export async function importUploaded(
  actor: Actor,
  input: { month: string; street: string; chosen: Record<ImportField, string> },
  now: string,
): Promise<Result<ImportReport>> {
  const { chosen, ...where } = input;
  const waiting = await uploadedFile(actor, where);
  if (!waiting.ok) return waiting;
  if (!waiting.value) return refuse("notFound");
  const columns = readColumns(new URLSearchParams(chosen), anyColumn);
  const result = await importList(actor, { ...where, file: waiting.value, columns }, now);
  if (result.ok) await dropUpload(actor, where, now);
  return result;
}
