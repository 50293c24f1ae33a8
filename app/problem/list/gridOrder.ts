/** A row that was moved: after which it stands now and stood before (by their places on the list); null for first. */
export interface MovedRow {
  listingId: string;
  after: string | null;
  was: string | null;
}

/**
 * Moves the rows from `top` to `bottom` up or down by one. Several are moved by letting their neighbour pass them, so
 * that it is one move. Null where there is nowhere to go.
 * @param ids of the list in its order, or of a part of it
 */
export function movedBy(
  ids: readonly string[],
  rows: { top: number; bottom: number },
  by: -1 | 1,
): MovedRow | null {
  const { top, bottom } = rows;
  const neighbour = by === -1 ? top - 1 : bottom + 1;
  if (neighbour < 0 || neighbour >= ids.length) return null;
  if (top === bottom) return movedTo(ids, ids[top]!, ids[neighbour]!, by === 1);
  return movedTo(ids, ids[neighbour]!, ids[by === -1 ? bottom : top]!, by === -1);
}

/** Moves a row before or behind another. Null where it stands there already. */
export function movedTo(
  ids: readonly string[],
  listingId: string,
  target: string,
  behind: boolean,
): MovedRow | null {
  const others = ids.filter((id) => id !== listingId);
  const at = others.indexOf(target);
  if (at === -1) return null;
  const after = (behind ? target : others[at - 1]) ?? null;
  const was = ids[ids.indexOf(listingId) - 1] ?? null;
  return after === was ? null : { listingId, after, was };
}

/** Puts rows in the order that moves give them; a row that goes behind one that is not shown comes first. */
export function inOrder<Row extends { listingId: string }>(
  rows: readonly Row[],
  moves: readonly MovedRow[],
): Row[] {
  return moves.reduce(
    (order: Row[], { listingId, after }) => {
      const row = order.find((one) => one.listingId === listingId);
      if (!row) return order;
      const others = order.filter((one) => one !== row);
      const at = others.findIndex((one) => one.listingId === after) + 1;
      return [...others.slice(0, at), row, ...others.slice(at)];
    },
    [...rows],
  );
}
