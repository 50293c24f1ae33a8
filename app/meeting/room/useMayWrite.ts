import { useEffect, useRef } from "react";
import { canProposeForAgenda, canWritePart } from "~/meeting/conduct/permission";
import type { RecordPart } from "~/record/document/parts";
import { useLive } from "~/record/live/LiveRecord";
import { useFacts } from "./RoomFacts";

/** Tells which parts of the record the reader may change now, by the rule by which the room takes edits. */
export function useMayWrite(): (part: RecordPart) => boolean {
  const { writes } = useLive();
  const { writer, writing } = useFacts();
  return (part) => writes && writer !== null && canWritePart(writer, writing, part);
}

/** Tells whether the reader may propose changes to the agenda now, because it is the moderator's. */
export function useMayPropose(): boolean {
  const { writer, writing } = useFacts();
  return writer !== null && canProposeForAgenda(writer, writing);
}

/** Forgets what could be undone when other parts may be written than before: a step back into a closed one is refused. */
export function useUndoWithinRights(): void {
  const { undo } = useLive();
  const { writing } = useFacts();
  const now = JSON.stringify(writing);
  const last = useRef(now);
  useEffect(() => {
    if (last.current !== now) undo.record.clear();
    last.current = now;
  }, [now, undo]);
}
