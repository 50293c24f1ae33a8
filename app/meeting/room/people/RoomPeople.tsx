import { useCallback, useRef, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Face } from "~/meeting/room/RoomFacts";
import { usePeople } from "~/record/live/LiveRecord";
import { useDismiss } from "~/ui/useDismiss";
import { PeopleList } from "./PeopleList";

const shownFaces = 5;

/** Who is in the room, and on pressing, where each of them is. */
export function RoomPeople({ onOpen }: { onOpen: (topicId: string) => void }) {
  const people = usePeople();
  const { t } = useTranslation();
  const details = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  useDismiss(details);
  const latest = useRef(onOpen);
  latest.current = onOpen;
  const openTopic = useCallback((topicId: string) => {
    latest.current(topicId);
    if (details.current) details.current.open = false;
  }, []);
  return (
    <details
      className="menu room-people"
      ref={details}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className="faces" aria-hidden="true">
          {people.slice(0, shownFaces).map((person) => (
            <Face key={person.personId} person={person} />
          ))}
        </span>
        <span className="num">{t("room.people.count", { count: people.length + 1 })}</span>
        <span className="visually-hidden">{t("room.people.label")}</span>
      </summary>
      <div className="menu-panel">
        <p className="menu-title">{t("room.people.title")}</p>
        {open && <PeopleList onOpen={openTopic} />}
      </div>
    </details>
  );
}
