import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { onceField } from "~/ledger/onceField";
import type { Refusal } from "~/ledger/result";
import { newKey } from "~/ui/OnceKey";
import {
  type Batch,
  doingAgain,
  emptyBatch,
  type GridHistory,
  isEmptyBatch,
  joinedBatches,
  takingBack,
  withSaved,
} from "./gridUndo";

/** What was refused, and why; nothing of it is saved. */
export interface RefusedBatch {
  refusal: Refusal;
  batch: Batch;
}

interface Saved {
  refusal?: Refusal;
  value?: { added: string[] };
}

const isAct = (batch: Batch) => batch.turn === "act" && !batch.once;

/** The acts that can be taken back or done again. Only what is saved is one: what is refused was never done. */
function useHistory() {
  const kept = useRef<GridHistory>({ done: [], undone: [] });
  const [history, show] = useState(kept.current);
  const set = (next: GridHistory) => {
    kept.current = next;
    show(next);
  };
  return {
    history,
    remember: (batch: Batch, added: string[]) => set(withSaved(kept.current, batch, added)),
    /** Takes the next act out, and makes what takes it back or does it again. */
    next(turn: "undo" | "redo"): Batch | undefined {
      const { done, undone } = kept.current;
      const step = (turn === "undo" ? done : undone).at(-1);
      if (!step) return undefined;
      set(turn === "undo" ? { done: done.slice(0, -1), undone } : { done, undone: undone.slice(0, -1) });
      return turn === "undo" ? takingBack(step) : doingAgain(step);
    },
  };
}

/**
 * Sends what is done in the table, one batch after the other, so that writing never waits for saving.
 * `shown` tells what to show in place of the loaded cells until they are loaded again; `refused` what was not saved.
 */
export function useListSaving() {
  const fetcher = useFetcher<Saved>();
  const waiting = useRef<Batch[]>([]);
  const sent = useRef<Batch>(emptyBatch);
  // Asked for while something was on its way: what that did is the first to be taken back.
  const wishes = useRef<("undo" | "redo")[]>([]);
  const [shown, setShown] = useState<Batch>(emptyBatch);
  const [refused, setRefused] = useState<RefusedBatch | null>(null);
  const [touched, setTouched] = useState(false);
  const { history, remember, next } = useHistory();

  function send() {
    if (fetcher.state !== "idle" || !isEmptyBatch(sent.current)) return;
    const [first, ...others] = waiting.current;
    if (!first) return;
    const once = first.once ?? newKey();
    sent.current = { ...first, once };
    waiting.current = others;
    const { changes, rows, gone } = first;
    const batch = JSON.stringify({
      ...{ changes, gone, rows: rows.map((row) => row.cells) },
      back: first.back.map(({ number }) => ({ number })),
      moves: first.moves.map(({ listingId, after }) => ({ listingId, after: after ?? undefined })),
    });
    fetcher.submit({ intent: "fill", batch, stay: "", [onceField]: once }, { method: "post" });
  }

  function add(given: Partial<Batch>) {
    const batch = { ...emptyBatch, ...given };
    if (isEmptyBatch(batch)) return;
    setTouched(true);
    const last = waiting.current.at(-1);
    // What waits together goes together; what takes something back goes alone.
    waiting.current =
      last && isAct(last) && isAct(batch)
        ? [...waiting.current.slice(0, -1), joinedBatches(last, batch)]
        : [...waiting.current, batch];
    setShown((old) => joinedBatches(old, batch));
    send();
  }

  function turn(which: "undo" | "redo") {
    if (!isEmptyBatch(sent.current) || waiting.current.length > 0) wishes.current.push(which);
    else add(next(which) ?? {});
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when an answer has come and the list is loaded again
  useEffect(() => {
    if (fetcher.state !== "idle" || isEmptyBatch(sent.current)) return;
    const batch = sent.current;
    sent.current = emptyBatch;
    const { refusal, value } = fetcher.data ?? {};
    setRefused(refusal ? { refusal, batch } : null);
    if (!refusal) remember(batch, value?.added ?? []);
    setShown(waiting.current.reduce(joinedBatches, emptyBatch));
    send();
    const wish = waiting.current.length === 0 && isEmptyBatch(sent.current) && wishes.current.shift();
    if (wish) turn(wish);
  }, [fetcher.state]);

  return {
    /** Sends what was done, or again what was sent before or waited for it. */
    add,
    /** What is not answered yet. */
    unsent: [sent.current, ...waiting.current].filter((batch) => !isEmptyBatch(batch)),
    turn,
    history,
    shown,
    refused,
    settle: () => setRefused(null),
    saving: fetcher.state !== "idle",
    touched,
  };
}
