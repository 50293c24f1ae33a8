import type { RefusalCode } from "~/ledger/refusal";

/** How a decided problem stands when its decision is to be taken back. */
export interface DecidedPlace {
  /** Of its day. */
  stage: string;
  /** Its entry on the agenda, where it became one. */
  topic: { isOff: boolean; isConcluded: boolean } | null;
}

/** Why a decision cannot be taken back any more; each says what can be done instead. */
export type UndoBar = Extract<
  RefusalCode,
  | "undoWindowOpen"
  | "undoOnAgenda"
  | "undoOffAgenda"
  | "undoNotOnAgenda"
  | "undoInSession"
  | "undoConcluded"
  | "undoDayOver"
  | "undoDayCancelled"
>;

/** The page on which what remains is done. */
export type UndoWay = "day" | "agenda" | "room" | "minutes" | "problem";

/** Where to go instead, for each bar. */
export const undoWays: Readonly<Record<UndoBar, UndoWay>> = {
  undoWindowOpen: "day",
  undoOnAgenda: "agenda",
  undoOffAgenda: "agenda",
  undoNotOnAgenda: "agenda",
  undoInSession: "room",
  undoConcluded: "minutes",
  undoDayOver: "problem",
  undoDayCancelled: "problem",
};

/** Tells whether a text names a bar. */
export function isUndoBar(code: string): code is UndoBar {
  return Object.hasOwn(undoWays, code);
}

/** Decides whether a decision can still be taken back or changed for another: null, or why not. */
export function undoBarOf({ stage, topic }: DecidedPlace): UndoBar | null {
  switch (stage) {
    case "screening":
      return null;
    case "planned":
    case "collecting":
      return "undoWindowOpen";
    case "cancelled":
      return "undoDayCancelled";
    case "agenda":
      if (!topic) return "undoNotOnAgenda";
      return topic.isOff ? "undoOffAgenda" : "undoOnAgenda";
    case "inSession":
      if (!topic) return "undoNotOnAgenda";
      if (topic.isOff) return "undoOffAgenda";
      return topic.isConcluded ? "undoConcluded" : "undoInSession";
    default:
      return topic?.isConcluded ? "undoConcluded" : "undoDayOver";
  }
}
