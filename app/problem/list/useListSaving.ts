import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { onceField } from "~/ledger/onceField";
import type { Refusal } from "~/ledger/result";
import { newKey } from "~/ui/OnceKey";
import type { CellValues, DraftRow } from "./gridRows";

/** Cells of one problem that were written, with what stood there before. */
export interface CellChange {
  number: string;
  set: CellValues;
  was: CellValues;
}

interface Batch {
  changes: CellChange[];
  rows: DraftRow[];
}

const nothing: Batch = { changes: [], rows: [] };
const isEmpty = (batch: Batch) => batch.changes.length + batch.rows.length === 0;

/** The cells of one problem written one after the other are one change: its first "before", its last text. */
function withChange(changes: CellChange[], change: CellChange): CellChange[] {
  const known = changes.find((one) => one.number === change.number);
  if (!known) return [...changes, change];
  const joined = { ...known, set: { ...known.set, ...change.set }, was: { ...change.was, ...known.was } };
  return changes.map((one) => (one === known ? joined : one));
}

/**
 * Sends what is written in the table, one batch after the other, so that writing never waits for saving.
 * `shown` tells what to show in place of the loaded cells until they are loaded again.
 */
export function useListSaving() {
  const fetcher = useFetcher<{ refusal?: Refusal; added?: string[] }>();
  const waiting = useRef<Batch>(nothing);
  const sent = useRef<Batch>(nothing);
  const [shown, setShown] = useState<Batch>(nothing);
  const [refusal, setRefusal] = useState<Refusal>();
  const [touched, setTouched] = useState(false);

  function send() {
    if (fetcher.state !== "idle" || isEmpty(waiting.current)) return;
    sent.current = waiting.current;
    waiting.current = nothing;
    const { changes, rows } = sent.current;
    const batch = JSON.stringify({ changes, rows: rows.map((row) => row.cells) });
    fetcher.submit({ intent: "fill", batch, [onceField]: newKey() }, { method: "post" });
  }

  function add(changes: CellChange[], rows: DraftRow[]) {
    setRefusal(undefined);
    setTouched(true);
    const { current } = waiting;
    waiting.current = {
      changes: changes.reduce(withChange, current.changes),
      rows: [...current.rows, ...rows],
    };
    setShown((old) => ({
      changes: changes.reduce(withChange, old.changes),
      rows: [...old.rows, ...rows],
    }));
    send();
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when an answer has come and the list is loaded again
  useEffect(() => {
    if (fetcher.state !== "idle" || isEmpty(sent.current)) return;
    sent.current = nothing;
    setRefusal(fetcher.data?.refusal);
    setShown(waiting.current);
    send();
  }, [fetcher.state]);

  return { add, shown, refusal, saving: fetcher.state !== "idle", touched };
}
