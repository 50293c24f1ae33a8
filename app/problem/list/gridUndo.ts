import type { MovedRow } from "./gridOrder";
import type { CellValues, DraftRow } from "./gridRows";

/** Cells of one problem that were written, with what stood there before. */
export interface CellChange {
  number: string;
  set: CellValues;
  was: CellValues;
}

/** A row that was made in the table or taken off the list, with what it must say for that to be taken back. */
export interface MadeRow {
  number: string;
  was: CellValues;
}

/** What one act in the table has done. */
export interface GridStep {
  changes: readonly CellChange[];
  made: readonly MadeRow[];
  removed: readonly MadeRow[];
  moved: readonly MovedRow[];
}

/** What a batch is: something new, something taken back, or something done again. */
export type Turn = "act" | "undo" | "redo";

/** What is sent at once. */
export interface Batch {
  changes: CellChange[];
  rows: DraftRow[];
  gone: MadeRow[];
  /** Rows that are put back where they stood. */
  back: MadeRow[];
  moves: MovedRow[];
  turn: Turn;
  /** The act that is taken back or done again. */
  step?: GridStep;
  /** The acts that waited for each other and go together; each is taken back by itself. */
  parts?: Batch[];
  /** The key by which it is carried out once, also when it is sent again by another page. */
  once?: string;
}

export const emptyBatch: Batch = { changes: [], rows: [], gone: [], back: [], moves: [], turn: "act" };

/** Tells whether a batch asks for nothing. */
export const isEmptyBatch = ({ changes, rows, gone, back, moves }: Batch) =>
  changes.length + rows.length + gone.length + back.length + moves.length === 0;

/** The cells of one problem written one after the other are one change: its first "before", its last text. */
function withChange(changes: CellChange[], change: CellChange): CellChange[] {
  const known = changes.find((one) => one.number === change.number);
  if (!known) return [...changes, change];
  const joined = { ...known, set: { ...known.set, ...change.set }, was: { ...change.was, ...known.was } };
  return changes.map((one) => (one === known ? joined : one));
}

/** Joins two batches into one that does first the one and then the other. */
export const joinedBatches = (one: Batch, other: Batch): Batch => ({
  changes: other.changes.reduce(withChange, one.changes),
  rows: [...one.rows, ...other.rows],
  gone: [...one.gone, ...other.gone],
  back: [...one.back, ...other.back],
  moves: [...one.moves, ...other.moves],
  turn: other.turn,
  parts: [...(one.parts ?? [one]), ...(other.parts ?? [other])],
});

/** The acts that can be taken back, and those that were and can be done again; the last of each is the next. */
export interface GridHistory {
  done: readonly GridStep[];
  undone: readonly GridStep[];
}

// As many as anybody goes back.
const mostSteps = 100;

/** Counts the cells, rows and moves of an act, for those who are to know what they take back. */
export function cellsOf({ changes, made, removed, moved }: GridStep): number {
  const cells = changes.reduce((sum, { set }) => sum + Object.keys(set).length, 0);
  return cells + made.length + removed.length + moved.length;
}

/** A resident's words, once saved, stay: writing them is not taken back. */
function withoutWords(changes: readonly CellChange[]): CellChange[] {
  return changes.flatMap((change) => {
    const { originalWording: _set, ...set } = change.set;
    const { originalWording: _was, ...was } = change.was;
    return Object.keys(set).length > 0 ? [{ ...change, set, was }] : [];
  });
}

/**
 * Remembers what was saved: a new act, after which nothing can be done again; one taken back, which now can; one done
 * again. What did nothing is not remembered.
 * @param added numbers of the new rows, in their order
 */
export function withSaved(history: GridHistory, batch: Batch, added: readonly string[]): GridHistory {
  let from = 0;
  return (batch.parts ?? [batch]).reduce((told, part) => {
    const numbers = added.slice(from, from + part.rows.length);
    from += part.rows.length;
    return withPart(told, part, numbers);
  }, history);
}

function withPart(history: GridHistory, batch: Batch, added: readonly string[]): GridHistory {
  const { done, undone } = history;
  if (batch.turn === "undo") return batch.step ? { done, undone: [...undone, batch.step] } : history;
  if (batch.turn === "redo") return batch.step ? { done: [...done, batch.step], undone } : history;
  const made = batch.rows.flatMap(({ cells: was }, at) => (added[at] ? [{ number: added[at], was }] : []));
  const step = { changes: withoutWords(batch.changes), made, removed: batch.gone, moved: batch.moves };
  if (cellsOf(step) === 0) return { done, undone: [] };
  return { done: [...done, step].slice(-mostSteps), undone: [] };
}

/** Makes what takes an act back: each cell as it was, as long as it says what the act wrote; the rows it made go. */
export function takingBack(step: GridStep): Batch {
  return {
    changes: step.changes.map(({ number, set, was }) => ({ number, set: was, was: set })),
    rows: [],
    gone: [...step.made],
    back: [...step.removed],
    moves: step.moved.map(({ after, was, ...row }) => ({ ...row, after: was, was: after })).reverse(),
    turn: "undo",
    step,
  };
}

/** Makes what does an act again that was taken back. */
export function doingAgain(step: GridStep): Batch {
  return {
    changes: [...step.changes],
    rows: [],
    gone: [...step.removed],
    back: [...step.made],
    moves: [...step.moved],
    turn: "redo",
    step,
  };
}
