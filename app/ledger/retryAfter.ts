import { type RefusalCode, refusalStatus } from "./refusal";
import type { Refusal } from "./result";

/** The header that says after how many seconds it is worth trying again. */
export const retryName = "Retry-After";
/** Where the refusal itself does not say. */
export const retryUsually = 5;
const retryOf: Partial<Record<RefusalCode, number>> = { tooManyCorrections: 30 };

/** Whether an answer of this status is worth asking for again: too much now, or cannot be stored now. */
export const isRetried = (status: number) => status === 429 || status === 503;

/** Answers the header of a refusal; none where it is not worth trying again. */
export function retryAfter({ code, values }: Refusal): Record<string, string> {
  if (!isRetried(refusalStatus[code])) return {};
  return { [retryName]: String(values?.seconds ?? retryOf[code] ?? retryUsually) };
}
