import { dayOf } from "~/calendar/day";
import { countsAgainstLimit } from "~/meeting/approval/publishedAgenda";
import type { TopicKind } from "~/meeting/conduct/topic";

/** A paper of a topic, as far as the rules ask: when it came, and how long it is where that is known. */
export interface Paper {
  addedAt: string;
  characters: number | null;
}

/** How the papers of a topic stand. */
export interface PapersStanding {
  count: number;
  /** Characters of those whose length is known. */
  characters: number;
  /** Of so many the length is not known. */
  uncounted: number;
  /** Came after the day by which papers are handed out. */
  late: number;
  /** None came by the day by which they are handed out. */
  overdue: boolean;
  over: boolean;
}

/**
 * Tells how the papers of a topic stand; null of what needs none: the look-back, visits, and what is handed out on
 * paper because it may not stand here.
 * @param rules most characters, and the last day (YYYY-MM-DD) on which papers are in time
 */
export function papersStanding(
  topic: { kind: TopicKind; elsewhere: boolean; papers: readonly Paper[] },
  rules: { most: number; by: string; today: string },
): PapersStanding | null {
  if (!countsAgainstLimit(topic) || topic.elsewhere) return null;
  const { papers } = topic;
  const characters = papers.reduce((sum, paper) => sum + (paper.characters ?? 0), 0);
  return {
    count: papers.length,
    characters,
    uncounted: papers.filter((paper) => paper.characters === null).length,
    late: papers.filter(({ addedAt }) => dayOf(addedAt) > rules.by).length,
    overdue: papers.length === 0 && rules.today > rules.by,
    over: characters > rules.most,
  };
}
