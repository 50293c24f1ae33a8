/** How often each mark is wanted to be somewhere: at least and at most. */
export type Wanted = Map<string, { least: number; most: number }>;

/**
 * Compares what was acknowledged with what is there.
 * @param where said in each sentence
 * @param found how often each mark is there
 * @param promised marks that were acknowledged: each must be there once
 * @param sent marks that were sent, acknowledged or not: none may be there twice, and no other may be there
 */
export function lostOrDoubled(
  where: string,
  found: ReadonlyMap<string, number>,
  promised: Iterable<string>,
  sent: ReadonlySet<string>,
): string[] {
  const faults: string[] = [];
  for (const mark of promised)
    if (!found.has(mark)) faults.push(`${where}: ${mark} was acknowledged and is lost`);
  for (const [mark, count] of found) {
    if (count > 1) faults.push(`${where}: ${mark} is there ${count} times`);
    if (!sent.has(mark)) faults.push(`${where}: ${mark} is there and nobody sent it`);
  }
  return faults;
}

/** Counts how often each mark of a pattern stands in a text. */
export function countMarks(text: string, pattern: RegExp): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [mark] of text.matchAll(pattern)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
}

/** What is there of which everything or nothing may be: sentences for those of which there is a part. */
export function halfDone(where: string, parts: { name: string; there: number; whole: number }[]): string[] {
  return parts
    .filter(({ there, whole }) => there !== 0 && there !== whole)
    .map(({ name, there, whole }) => `${where}: of ${name} there are ${there} of ${whole}`);
}

/** Which of the marks that somebody must not see stand in what they were answered. */
export function foreignIn(text: string, marks: readonly string[]): string[] {
  return marks.filter((mark) => text.includes(mark));
}

/**
 * What a server wrote into its log as a fault, each thing once.
 * @param planted kind of a step of the outbox that cannot succeed and was put there for it
 */
export function loggedFaults(log: string, planted: string): string[] {
  const lines = log
    .split("\n")
    .filter((line) => /"level":[56]0|Error/.test(line) && !line.includes(`"kind":"${planted}"`));
  return [...new Set(lines.map((line) => `logged: ${line.replace(/"time":\d+,?/, "").slice(0, 700)}`))];
}
