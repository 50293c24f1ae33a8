/** A paragraph or a row of a table, as far as it takes room. */
export interface Stretch {
  /** Height in lines of the body. */
  lines: number;
  /** May not end a page: what follows begins below it. */
  keepsNext?: boolean;
  /** Is not divided over two pages. */
  whole?: boolean;
  /** Begins a page. */
  opensPage?: boolean;
  /** Lines of a table's head that stand above it where it comes to a new page. */
  below?: number;
}

/** Where a paper ends. */
export interface SheetPages {
  /** Pages in all, an even count: the end block stands at the foot of the last. */
  pages: number;
  /** The end block stands on a page of its own, which is even. */
  endsApart: boolean;
  /** The page before that one is left empty: the text ends on an even page, too far down. */
  leavesPage: boolean;
}

/** So near to the end of a page, another word processor may end the text on the next one. */
const uncertain = 1.5;

/**
 * Tells how many pages a paper has, and whether its end block still fits below the text, on an even page.
 * @param lines of a page
 * @param head lines that the head takes on the first page
 * @param end lines that the end block takes
 */
export function sheetPages(
  stretches: readonly Stretch[],
  { lines, head, end }: { lines: number; head: number; end: number },
): SheetPages {
  let page = 1;
  let used = head;
  const turn = (below = 0) => {
    page += 1;
    used = below;
  };
  for (const [at, stretch] of stretches.entries()) {
    if (stretch.opensPage && used > 0) turn();
    if (stretch.keepsNext && used + least(stretches, at) > lines && used > 0) turn();
    if (stretch.whole && used + stretch.lines > lines && used > 0) turn(stretch.below);
    for (let left = stretch.lines; left > 0; left -= 1) {
      if (used + Math.min(left, 1) > lines) turn();
      used += Math.min(left, 1);
    }
  }
  const isEven = page % 2 === 0;
  if (isEven && used + end + uncertain <= lines) return { pages: page, endsApart: false, leavesPage: false };
  return { pages: isEven ? page + 2 : page + 1, endsApart: true, leavesPage: isEven };
}

/** Lines of a heading, of the headings below it, and the first line of what they stand above. */
function least(stretches: readonly Stretch[], from: number): number {
  let needed = 0;
  for (const stretch of stretches.slice(from)) {
    if (!stretch.keepsNext) return needed + (stretch.whole ? stretch.lines : 1);
    needed += stretch.lines;
  }
  return needed;
}
