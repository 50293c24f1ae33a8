/** A task on the walk through a look-back. */
export interface Step {
  number: string;
  statement: unknown;
}

/** The tasks before and after one, for leafing; undefined at the ends. */
export function neighbours(steps: readonly Step[], number: string): { previous?: string; next?: string } {
  const at = steps.findIndex((step) => step.number === number);
  if (at < 0) return {};
  return { previous: steps[at - 1]?.number, next: steps[at + 1]?.number };
}

/** Where the walk goes after a statement: the next one not stated yet, from the start again at the end. */
export function nextUnstated(steps: readonly Step[], number: string): string | undefined {
  const at = steps.findIndex((step) => step.number === number);
  const order = [...steps.slice(at + 1), ...steps.slice(0, at + 1)];
  return order.find((step) => !step.statement && step.number !== number)?.number;
}

/** "7 of 23": how many have their statement. */
export function progressOf(steps: readonly Step[]): { stated: number; called: number } {
  return { stated: steps.filter((step) => step.statement).length, called: steps.length };
}
