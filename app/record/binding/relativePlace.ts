import type { Selection } from "@tiptap/pm/state";
import * as Y from "yjs";
import type { BoundNotes } from "./boundNotes";

/** Where a selection begins and ends, by the letters it stands at, whatever is written around them. */
export interface RelativeSelection {
  anchor: Y.RelativePosition;
  head: Y.RelativePosition;
}

/** Says where a selection stands by the letters in front of its ends. */
export function relativeSelection(notes: BoundNotes, { anchor, head }: Selection): RelativeSelection {
  const place = (position: number) => {
    const { text, index } = notes.placeOf(position);
    // Stays behind the letter in front of it: what others write at the same place comes after.
    return Y.createRelativePositionFromTypeIndex(text, index, -1);
  };
  const first = place(anchor);
  return { anchor: first, head: head === anchor ? first : place(head) };
}

/** Finds where a relative place lies now; null where these notes do not show it. Never makes a structure. */
export function positionNow(notes: BoundNotes, place: Y.RelativePosition): number | null {
  const { document } = notes.place;
  if (place.tname !== null && !document.share.has(place.tname)) return null;
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(place, document);
    return found?.type instanceof Y.Text ? notes.positionOf({ text: found.type, index: found.index }) : null;
  } catch {
    // It names letters that have not arrived, or was made up.
    return null;
  }
}

/** Reads a relative place that another page told of; null for anything else. */
export function readRelativePlace(told: unknown): Y.RelativePosition | null {
  if (typeof told !== "object" || told === null) return null;
  try {
    return Y.createRelativePositionFromJSON(told);
  } catch {
    return null;
  }
}
