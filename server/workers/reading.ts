import type { RefusalCode } from "~/ledger/refusal";
import type { Refusal } from "~/ledger/result";

/** Ends the reading of a file with the refusal that says why. */
export class ReadingRefused extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, values?: Refusal["values"]) {
    super(code);
    this.refusal = { code, ...(values && { values }) };
  }
}
