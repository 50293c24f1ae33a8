import type { Delegate } from "./answer";

/** Picks of rows of the roll who comes for a unit; nobody where no name was given. */
export function delegatesOf(rows: readonly Delegate[]): Delegate[] {
  return rows
    .filter(({ personName }) => personName !== "")
    .map(({ personName, personTitle, comesAs, insteadOf, insteadReason }) => ({
      ...{ personName, personTitle, comesAs, insteadOf, insteadReason },
    }));
}
