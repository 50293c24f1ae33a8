import { useEffect, useRef } from "react";
import { fillIn } from "~/ui/fillIn";
import { OnceKey } from "~/ui/OnceKey";
import type { Grid } from "./GridLine";
import { readUnsent } from "./gridKept";

const name = "cells";

/**
 * Keeps what is written in the table and not saved as the words of any form are kept: it is never sent, and stands
 * in the table again when the page is loaded anew.
 */
export function KeptCells({ grid }: { grid: Grid }) {
  const form = useRef<HTMLFormElement>(null);
  const latest = useRef(grid);
  latest.current = grid;
  const telling = useRef(false);
  useEffect(() => {
    if (!form.current) return;
    telling.current = true;
    // Once everything is saved nothing is kept, and nothing said of it.
    if (grid.unsent === "") form.current.reset();
    else fillIn(form.current, name, [grid.unsent]);
    telling.current = false;
  }, [grid.unsent]);
  return (
    <form ref={form} id="list-grid-kept" onReset={() => !telling.current && latest.current.giveUp()}>
      <OnceKey />
      <textarea
        name={name}
        hidden
        defaultValue=""
        onInput={({ currentTarget }) => {
          const kept = telling.current ? null : readUnsent(currentTarget.value);
          if (kept) latest.current.putBack(kept);
        }}
      />
    </form>
  );
}
