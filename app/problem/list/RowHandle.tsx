import { type PointerEvent, useRef } from "react";

interface RowHandleProps {
  listingId: string;
  onMove: (listingId: string, target: string, behind: boolean) => void;
}

interface Drop {
  row: HTMLElement;
  behind: boolean;
}

/** The row of the table under the pointer, and whether it points at its lower half. */
function dropAt({ clientX, clientY }: PointerEvent): Drop | null {
  const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("tr[data-listing]");
  if (!row) return null;
  const { top, height } = row.getBoundingClientRect();
  return { row, behind: clientY > top + height / 2 };
}

/**
 * Where a row is taken to be moved, by mouse, pen or finger. It is no control of its own: with the keyboard rows are
 * moved by Alt and the arrows.
 */
export function RowHandle({ listingId, onMove }: RowHandleProps) {
  const drop = useRef<Drop | null>(null);
  function mark(next: Drop | null) {
    drop.current?.row.removeAttribute("data-drop");
    next?.row.setAttribute("data-drop", next.behind ? "behind" : "before");
    drop.current = next;
  }
  return (
    <span
      className="row-handle"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) mark(dropAt(event));
      }}
      onPointerUp={() => {
        const { row, behind } = drop.current ?? {};
        mark(null);
        if (row?.dataset.listing) onMove(listingId, row.dataset.listing, behind ?? false);
      }}
      onPointerCancel={() => mark(null)}
    >
      ⠿
    </span>
  );
}
