import { memo, useState } from "react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Face } from "~/meeting/room/RoomFacts";
import { listTopics } from "~/record/document/record";
import { usePeople, useRecord } from "~/record/live/LiveRecord";
import type { PresentPerson } from "~/record/live/presence";
import { isWriting, unitsHere } from "./peopleHere";
import "~/meeting/room/people.css";

// Fewer are found by looking.
const searchFrom = 8;

interface PersonRowProps {
  person: PresentPerson;
  /** Of the topic they have open; 0 where it is none. */
  number: number;
  onOpen: (topicId: string) => void;
}

const isSameRow = (one: PersonRowProps, other: PersonRowProps) =>
  one.number === other.number &&
  one.onOpen === other.onOpen &&
  JSON.stringify(one.person) === JSON.stringify(other.person);

// Somebody moves at every moment: only their own row is drawn anew.
const PersonRow = memo(function PersonRow({ person, number, onOpen }: PersonRowProps) {
  const { t } = useTranslation();
  const { topicId } = person;
  return (
    <li>
      <Face person={person} showsName />
      {number > 0 && topicId && (
        <button type="button" className="btn btn-quiet btn-small" onClick={() => onOpen(topicId)}>
          {isWriting(person) ? t("room.people.writes", { number }) : t("room.people.reads", { number })}
        </button>
      )}
    </li>
  );
}, isSameRow);

/** Everybody else in the room by unit, where each of them is, and who writes. */
export function PeopleList({ onOpen }: { onOpen: (topicId: string) => void }) {
  const people = usePeople();
  const topics = useRecord("topics", (document) => listTopics(document).map(({ id }) => id));
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState("");
  const units = unitsHere(people, typed);
  if (people.length === 0) return <p className="muted">{t("room.people.alone")}</p>;
  return (
    <>
      <p className="small muted num">
        {t("room.people.counts", {
          people: people.length,
          units: unitsHere(people).length,
          writing: people.filter(isWriting).length,
        })}
      </p>
      {people.length >= searchFrom && (
        <input
          type="search"
          className="input input-full"
          aria-label={t("room.people.search")}
          placeholder={t("room.people.search")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <div className="people-list">
        {units.length === 0 && <p className="muted">{t("room.people.notFound")}</p>}
        {units.map(({ unit, people: ofUnit }) => (
          <section key={unit.zh} aria-label={named(unit, i18n.language)}>
            <h3>
              {named(unit, i18n.language)} <span className="num muted">{ofUnit.length}</span>
            </h3>
            <ul>
              {ofUnit.map((person) => (
                <PersonRow
                  key={person.personId}
                  person={person}
                  number={topics.indexOf(person.topicId ?? "") + 1}
                  onOpen={onOpen}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
