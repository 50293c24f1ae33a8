import { useRef } from "react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { listTopics } from "~/record/document/record";
import { usePeople, useRecord } from "~/record/live/LiveRecord";
import { useDismiss } from "~/ui/useDismiss";
import { Face } from "./RoomFacts";

const shownFaces = 5;

/** Who is in the room, and on pressing, where each of them is. */
export function RoomPeople({ onOpen }: { onOpen: (topicId: string) => void }) {
  const people = usePeople();
  const topics = useRecord("topics", (document) => listTopics(document));
  const { t, i18n } = useTranslation();
  const details = useRef<HTMLDetailsElement>(null);
  useDismiss(details);
  const numberOf = (id: string | null) => topics.findIndex((topic) => topic.id === id) + 1;
  return (
    <details className="menu room-people" ref={details}>
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
        <ul className="people-list">
          {people.length === 0 && <li className="muted">{t("room.people.alone")}</li>}
          {people.map((person) => {
            const number = numberOf(person.topicId);
            return (
              <li key={person.personId}>
                <Face person={person} showsName />
                <span className="muted small">{named(person.unit, i18n.language)}</span>
                {number > 0 && person.topicId && (
                  <button
                    type="button"
                    className="btn btn-quiet btn-small"
                    onClick={() => {
                      onOpen(person.topicId as string);
                      if (details.current) details.current.open = false;
                    }}
                  >
                    {person.writes || person.field
                      ? t("room.people.writes", { number })
                      : t("room.people.reads", { number })}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </details>
  );
}
