import type { Result } from "~/ledger/result";

/** The value of a use case that must have succeeded; the refusal's code as an error otherwise. */
export function mustSucceed<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
