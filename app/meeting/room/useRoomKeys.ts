import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import type * as Y from "yjs";
import { listTopics } from "~/record/document/record";
import { useLive, useRecord } from "~/record/live/LiveRecord";
import { useShortcut } from "~/ui/useShortcut";
import { useTurnTo } from "./RoomAgendaItem";
import { useToggleClock } from "./RoomClock";
import { useLead } from "./RoomLead";
import type { OpenTopic } from "./useOpenTopic";

/** What the keys of the room act on. */
interface RoomHands {
  open: OpenTopic;
  editor: Editor | null;
  add: () => void;
  /** Asks whether the whole room is to turn to a topic. */
  turn: (topicId: string) => void;
  undo: Y.UndoManager;
  /** Opens the materials of the open topic, or closes them. */
  materials: () => void;
}

// The notes undo in their editor, the fields of a form in the browser; everything else of the room here.
function undoesHere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.isContentEditable) return false;
  return !target.matches("input, textarea, select") || target.closest(".slip") !== null;
}

function useUndoKeys(undo: Y.UndoManager, writes: boolean): void {
  useEffect(() => {
    if (!writes) return;
    function onKey(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      if (event.defaultPrevented || !undoesHere(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) undo.redo();
      else undo.undo();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [undo, writes]);
}

/** Esc leaves the words, so that the keys of the room work again. */
function useLeaving(): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const active = document.activeElement;
      // The editor prevents the browser's default for Esc, so that says nothing here.
      if (event.key !== "Escape" || event.isComposing) return;
      if (active instanceof HTMLElement && active.closest(".room-record .notes, .slip")) active.blur();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

/** The keys of the room; the route names them for the list that "?" opens. */
export function useRoomKeys({ open, editor, add, turn, undo, materials }: RoomHands): void {
  const { writes } = useLive();
  const ids = useRecord("topics", (document) => listTopics(document).map((topic) => topic.id));
  const turns = useTurnTo() !== null;
  function step(by: 1 | -1) {
    const next = ids[ids.indexOf(open.id ?? "") + by];
    if (next) open.to(next);
  }
  useShortcut("j", () => step(1));
  useShortcut("k", () => step(-1));
  useShortcut("g", () => open.currentId && open.follow());
  useShortcut("e", () => writes && editor?.commands.focus("end"));
  useShortcut("n", () => writes && add());
  const lead = useLead();
  const toggleClock = useToggleClock();
  useShortcut("c", () => lead?.call());
  useShortcut("u", () => lead?.undoTurn());
  useShortcut("t", () => toggleClock?.());
  useShortcut("b", () => turns && open.id && turn(open.id));
  useShortcut("m", materials);
  useUndoKeys(undo, writes);
  useLeaving();
}
