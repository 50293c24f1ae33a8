import type { readRows } from "../rows";
import type { Sender } from "../sender";

export type Ask = Parameters<Parameters<typeof readRows>[1]>[0];

/** Something that people do again and again, and of which is known what must be there afterwards. */
export interface Work {
  /** What it is about, for the report. */
  readonly name: string;
  readonly sender: Sender;
  /** Does it once more; every form of it is sent until it is answered. */
  once(): Promise<void>;
  /** What was acknowledged until now. */
  promised(): Set<string>;
  /**
   * Looks at the database: sentences for what is lost, doubled or half done.
   * @param promised what was acknowledged a while ago
   */
  check(ask: Ask, promised: ReadonlySet<string>): string[];
}

/** How often each mark is there, of rows with a `mark`. */
export function countsOf(rows: { mark: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { mark } of rows) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
}
