import { type DragEvent, type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { listResolutions, listTopics, moveTopic, readSession, type Topic } from "~/record/document/record";
import { useLive, usePeople, useRecord } from "~/record/live/LiveRecord";
import { AgendaItem, type DropPlace } from "./RoomAgendaItem";
import { useFacts } from "./RoomFacts";
import { neighbourPlace } from "./roomView";
import { useMayWrite } from "./useMayWrite";

/** Moving topics, by pointer and by keyboard; says where a topic has gone. */
function useMoving(topics: readonly Topic[]) {
  const { document, undo } = useLive();
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<string | null>(null);
  const [place, setPlace] = useState<DropPlace | null>(null);
  const [said, setSaid] = useState("");
  const order = topics.map((topic) => topic.id);
  function move(id: string, beforeId: string | null) {
    undo.step();
    moveTopic(document, id, beforeId);
    const after = listTopics(document).findIndex((topic) => topic.id === id) + 1;
    setSaid(t("room.agenda.moved", { place: after }));
  }
  function drop() {
    if (dragged && place) {
      const at = order.indexOf(place.id) + (place.side === "after" ? 1 : 0);
      const beforeId = order[at] ?? null;
      if (beforeId !== dragged) move(dragged, beforeId);
    }
    setDragged(null);
    setPlace(null);
  }
  return {
    dragged,
    place,
    said,
    drop,
    move,
    start: setDragged,
    over(id: string, event: DragEvent<HTMLElement>) {
      if (!dragged) return;
      event.preventDefault();
      const { top, height } = event.currentTarget.getBoundingClientRect();
      setPlace({ id, side: event.clientY < top + height / 2 ? "before" : "after" });
    },
    step(id: string, step: -1 | 1) {
      const beforeId = neighbourPlace(order, id, step);
      if (beforeId !== undefined) move(id, beforeId);
    },
  };
}

/** Props of {@link RoomAgenda}. */
export interface RoomAgendaProps {
  openId: string | null;
  onOpen: (id: string) => void;
}

/** The agenda: time boxes as bars, where the room is, who is where; order moved by drag and by keyboard. */
export function RoomAgenda({ openId, onOpen }: RoomAgendaProps) {
  const arranges = useMayWrite()({ kind: "agenda" });
  const { t } = useTranslation();
  const { outcomes } = useFacts();
  const topics = useRecord("topics", (document) => listTopics(document));
  const { currentTopicId } = useRecord("session", readSession);
  const counts = useRecord("resolutions", (document) => {
    const count: Record<string, number> = {};
    for (const { topicId } of listResolutions(document))
      if (topicId) count[topicId] = (count[topicId] ?? 0) + 1;
    return count;
  });
  const people = usePeople();
  const moving = useMoving(topics);
  const list = useRef<HTMLOListElement>(null);
  const longest = Math.max(1, ...topics.map((topic) => topic.minutesAllotted ?? 0));
  const total = topics.reduce((sum, topic) => sum + (topic.minutesAllotted ?? 0), 0);
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const id = (event.target as HTMLElement).closest<HTMLElement>("[data-topic]")?.dataset.topic;
    if (step === 0 || !id) return;
    event.preventDefault();
    if (event.altKey && arranges) return moving.step(id, step);
    const at = topics.findIndex((topic) => topic.id === id) + step;
    list.current?.querySelector<HTMLElement>(`[data-topic="${topics[at]?.id}"] .agenda-open`)?.focus();
  }
  return (
    <>
      <h2 className="pane-head">
        {t("room.pane.agenda")}
        <span className="pane-note num">
          {t("room.agenda.total", { count: topics.length, minutes: total })}
        </span>
      </h2>
      <ol className="agenda-items" ref={list} onKeyDown={onKeyDown}>
        {topics.map((topic, at) => (
          <AgendaItem
            key={topic.id}
            topic={topic}
            ordinal={at + 1}
            longest={longest}
            isOpen={topic.id === openId}
            isCurrent={topic.id === currentTopicId}
            outcome={outcomes.find((one) => one.topicId === topic.id)?.outcome ?? null}
            resolutions={counts[topic.id] ?? 0}
            people={people.filter((person) => person.topicId === topic.id)}
            onOpen={onOpen}
            place={moving.place?.id === topic.id ? moving.place.side : null}
            dragged={moving.dragged === topic.id}
            moving={arranges ? moving : null}
          />
        ))}
      </ol>
      <p className="visually-hidden" aria-live="polite">
        {moving.said}
      </p>
      {arranges && <p className="pane-hint">{t("room.agenda.hint")}</p>}
    </>
  );
}
