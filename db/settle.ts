import { currentDatabase } from "./current";

/**
 * Brings what is committed into the database's own file and empties the log beside it: what was erased stands nowhere
 * any more. False where it could not be done now.
 */
export async function settleDatabase(): Promise<boolean> {
  return currentDatabase().settle();
}
