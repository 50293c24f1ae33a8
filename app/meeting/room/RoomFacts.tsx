import { createContext, useContext } from "react";
import { named } from "~/i18n/language";
import { useNames } from "~/i18n/useNames";
import { useTranslation } from "~/i18n/useTranslation";
import { colourOfSeat, initials, lineOfSeat, type PresentPerson } from "~/record/live/presence";
import type { RoomView } from "./roomView";
import "./people.css";

const FactsContext = createContext<RoomView | null>(null);

/** Gives the parts of the room what the database knows of the day. */
export const RoomFactsProvider = FactsContext.Provider;

/** What the database knows of the day; an error outside of a room. */
export function useFacts(): RoomView {
  const facts = useContext(FactsContext);
  if (!facts) throw new Error("there is no room here");
  return facts;
}

/** The name of a unit in the reader's language; empty for one that is not known. */
export function useUnitName(): (id: string | null) => string {
  return useNames(useFacts().units);
}

/** A person as a small mark in their colour, named in full for whoever asks. */
export function Face({ person, showsName }: { person: PresentPerson; showsName?: boolean }) {
  const { i18n } = useTranslation();
  return (
    <span className="face" title={`${person.name} · ${named(person.unit, i18n.language)}`}>
      <span
        className="face-mark"
        style={{ borderColor: colourOfSeat(person.seat), borderStyle: lineOfSeat(person.seat) }}
        aria-hidden="true"
      >
        {initials(person.name)}
      </span>
      <span className={showsName ? "face-name" : "visually-hidden"}>{person.name}</span>
    </span>
  );
}

/** A topic's time as a bar on the scale of the longest one. */
export function TimeBar({ share, used = 0, over }: { share: number; used?: number; over?: boolean }) {
  return (
    <span className="time-bar" data-over={over ? "" : undefined} aria-hidden="true">
      <svg className="time-box" width={`${Math.round(share * 100)}%`} aria-hidden="true">
        <rect className="time-used" width={`${Math.min(100, Math.round(used * 100))}%`} height="100%" />
      </svg>
    </span>
  );
}
