import type { AppLoadContext } from "@remix-run/node";
import { type Result, refuse } from "~/ledger/result";
import { NotStored } from "~db/notStored";

/**
 * Runs what a form asks for. Where the disk takes nothing at this moment it is refused with `notStored`, so that what
 * was typed goes back to the page; the log says why. Steps of the outbox do without it: they are tried again.
 */
export async function orNotStored<T>(
  context: AppLoadContext,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NotStored)) throw error;
    (context.log as { error(object: object, text: string): void }).error({ err: error }, "not stored");
    return refuse("notStored");
  }
}
