import { diffArrays } from "diff";

/** From which place to which, counted from one among those that stand. */
export interface Movement {
  from: number;
  to: number;
}

type Listed = { id: string; withdrawn: boolean };

const standing = (list: readonly Listed[]) => list.flatMap((one) => (one.withdrawn ? [] : [one.id]));

/**
 * What stands in both lists and changed places with others there; what only made room for something new, or
 * closed up behind something gone, has not moved.
 */
export function movements(before: readonly Listed[], after: readonly Listed[]): Map<string, Movement> {
  const [was, is] = [standing(before), standing(after)];
  const keep = (ids: string[], others: string[]) => {
    const known = new Set(others);
    return ids.filter((id) => known.has(id));
  };
  const moved = new Map<string, Movement>();
  for (const { added, value } of diffArrays(keep(was, is), keep(is, was)))
    if (added) for (const id of value) moved.set(id, { from: was.indexOf(id) + 1, to: is.indexOf(id) + 1 });
  return moved;
}
