import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { onceField } from "~/ledger/onceField";
import type { Refusal } from "~/ledger/result";
import { newKey } from "~/ui/OnceKey";
import type { DraftRow } from "./gridRows";
import { type Batch, type CellChange, type GridStep, takingBack, withStep } from "./gridUndo";

/** What was refused, and why; nothing of it is saved. */
export interface RefusedBatch {
  refusal: Refusal;
  batch: Batch;
}

const nothing: Batch = { changes: [], rows: [], gone: [], undone: false };
const isEmpty = ({ changes, rows, gone }: Batch) => changes.length + rows.length + gone.length === 0;

/** The cells of one problem written one after the other are one change: its first "before", its last text. */
function withChange(changes: CellChange[], change: CellChange): CellChange[] {
  const known = changes.find((one) => one.number === change.number);
  if (!known) return [...changes, change];
  const joined = { ...known, set: { ...known.set, ...change.set }, was: { ...change.was, ...known.was } };
  return changes.map((one) => (one === known ? joined : one));
}

const joined = (one: Batch, other: Batch): Batch => ({
  changes: other.changes.reduce(withChange, one.changes),
  rows: [...one.rows, ...other.rows],
  gone: [...one.gone, ...other.gone],
  undone: other.undone,
});

interface Saved {
  refusal?: Refusal;
  value?: { added: string[] };
}

/** The acts that can be taken back. Only what is saved is one: what is refused was never done. */
function useSteps() {
  const [steps, setSteps] = useState<GridStep[]>([]);
  return {
    steps,
    remember({ changes, rows, undone }: Batch, added: string[]) {
      if (undone) return;
      const made = rows.flatMap(({ cells: was }, at) => (added[at] ? [{ number: added[at], was }] : []));
      setSteps((old) => withStep(old, { changes, made }));
    },
    takeLast(): GridStep | undefined {
      setSteps((old) => old.slice(0, -1));
      return steps.at(-1);
    },
  };
}

/**
 * Sends what is written in the table, one batch after the other, so that writing never waits for saving.
 * `shown` tells what to show in place of the loaded cells until they are loaded again; `refused` what was not saved.
 */
export function useListSaving() {
  const fetcher = useFetcher<Saved>();
  const waiting = useRef<Batch[]>([]);
  const sent = useRef<Batch>(nothing);
  const [shown, setShown] = useState<Batch>(nothing);
  const [refused, setRefused] = useState<RefusedBatch | null>(null);
  const [touched, setTouched] = useState(false);
  const { steps, remember, takeLast } = useSteps();

  function send() {
    if (fetcher.state !== "idle" || !isEmpty(sent.current)) return;
    const [next, ...others] = waiting.current;
    if (!next) return;
    const once = next.once ?? newKey();
    sent.current = { ...next, once };
    waiting.current = others;
    const { changes, rows, gone } = next;
    const batch = JSON.stringify({ changes, gone, rows: rows.map((row) => row.cells) });
    fetcher.submit({ intent: "fill", batch, stay: "", [onceField]: once }, { method: "post" });
  }

  function add(batch: Batch) {
    if (isEmpty(batch)) return;
    setTouched(true);
    const last = waiting.current.at(-1);
    // What waits together goes together; what takes something back goes alone.
    waiting.current =
      last && !last.undone && !batch.undone && !last.once && !batch.once
        ? [...waiting.current.slice(0, -1), joined(last, batch)]
        : [...waiting.current, batch];
    setShown((old) => joined(old, batch));
    send();
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when an answer has come and the list is loaded again
  useEffect(() => {
    if (fetcher.state !== "idle" || isEmpty(sent.current)) return;
    const batch = sent.current;
    sent.current = nothing;
    const { refusal, value } = fetcher.data ?? {};
    setRefused(refusal ? { refusal, batch } : null);
    if (!refusal) remember(batch, value?.added ?? []);
    setShown(waiting.current.reduce(joined, nothing));
    send();
  }, [fetcher.state]);

  return {
    add: (changes: CellChange[], rows: DraftRow[]) => add({ ...nothing, changes, rows }),
    /** Sends again what was sent before, or waited for it. */
    addAgain: add,
    /** What is not answered yet. */
    unsent: [sent.current, ...waiting.current].filter((batch) => !isEmpty(batch)),
    undo() {
      const step = takeLast();
      if (step) add({ ...nothing, ...takingBack(step), undone: true });
    },
    steps,
    shown,
    refused,
    settle: () => setRefused(null),
    saving: fetcher.state !== "idle",
    touched,
  };
}
