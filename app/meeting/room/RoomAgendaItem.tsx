import type { DragEvent } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import type { Outcome } from "~/meeting/conduct/topic";
import { type Topic, turnTo } from "~/record/document/record";
import { useLive } from "~/record/live/LiveRecord";
import type { PresentPerson } from "~/record/live/presence";
import { StateTag } from "~/ui/StateTag";
import { clockText, useTopicSeconds } from "./RoomClock";
import { Face, TimeBar, useFacts } from "./RoomFacts";
import { outcomeTone } from "./TopicHeading";
import { useMayWrite } from "./useMayWrite";

/** Where a dragged topic would land. */
export interface DropPlace {
  id: string;
  side: "before" | "after";
}

/** What an item needs to be moved. */
interface Moving {
  start(id: string): void;
  over(id: string, event: DragEvent<HTMLElement>): void;
  drop(): void;
  step(id: string, step: -1 | 1): void;
}

/** Props of {@link AgendaItem}. */
export interface AgendaItemProps {
  topic: Topic;
  ordinal: number;
  /** Minutes of the longest topic: the scale of the bars. */
  longest: number;
  isOpen: boolean;
  isCurrent: boolean;
  outcome: Outcome | null;
  resolutions: number;
  people: PresentPerson[];
  onOpen: (id: string) => void;
  place: "before" | "after" | null;
  dragged: boolean;
  moving: Moving | null;
}

/** What was planned for a topic, and what it really took: red past it. */
function Time({ topic, longest, isCurrent }: Pick<AgendaItemProps, "topic" | "longest" | "isCurrent">) {
  const { t } = useTranslation();
  const seconds = useTopicSeconds()(topic.id);
  const { minutesAllotted: allotted } = topic;
  const begun = isCurrent || seconds > 0;
  if (allotted === null && !begun) return null;
  const over = allotted !== null && seconds > allotted * 60;
  return (
    <>
      {allotted !== null && (
        <TimeBar share={allotted / longest} used={seconds / (allotted * 60)} over={over} />
      )}
      <span className="agenda-minutes num" data-over={over ? "" : undefined}>
        {begun && clockText(seconds)}
        {begun && allotted !== null && " / "}
        {allotted !== null && t("room.minutes", { minutes: allotted })}
        {over && <span className="visually-hidden"> {t("room.timer.over")}</span>}
      </span>
    </>
  );
}

/** Turns the whole room to a topic and starts its clock. */
export function useTurnTo(): ((id: string) => void) | null {
  const { document } = useLive();
  const { stage } = useFacts();
  const turns = useMayWrite()({ kind: "session" });
  if (!turns || stage !== "inSession") return null;
  return (id) => turnTo(document, id, new Date());
}

function ItemActs({ topic, isCurrent, moving }: Pick<AgendaItemProps, "topic" | "isCurrent" | "moving">) {
  const { t } = useTranslation();
  const turn = useTurnTo();
  return (
    <span className="agenda-tools">
      {turn && !isCurrent && (
        <button type="button" className="btn btn-secondary btn-small" onClick={() => turn(topic.id)}>
          {t("room.agenda.begin")}
        </button>
      )}
      {moving && (
        <span className="agenda-steps">
          <button type="button" className="btn btn-quiet btn-small" onClick={() => moving.step(topic.id, -1)}>
            {t("room.agenda.up")}
          </button>
          <button type="button" className="btn btn-quiet btn-small" onClick={() => moving.step(topic.id, 1)}>
            {t("room.agenda.down")}
          </button>
        </span>
      )}
    </span>
  );
}

/** One topic of the agenda. */
export function AgendaItem(props: AgendaItemProps) {
  const { topic, ordinal, isOpen, isCurrent, outcome, resolutions, people, onOpen, place, dragged, moving } =
    props;
  const { t } = useTranslation();
  return (
    <li
      className="agenda-item"
      data-topic={topic.id}
      data-open={isOpen ? "" : undefined}
      data-current={isCurrent ? "" : undefined}
      data-place={place ?? undefined}
      data-dragged={dragged ? "" : undefined}
      onDragOver={(event) => moving?.over(topic.id, event)}
      onDrop={(event) => {
        event.preventDefault();
        moving?.drop();
      }}
    >
      {moving && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by keyboard and by the buttons
        <span
          className="agenda-grip"
          draggable
          title={t("room.agenda.grip")}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = "move";
            event.dataTransfer.setData("text/plain", topic.title);
            moving.start(topic.id);
          }}
          onDragEnd={() => moving.drop()}
        />
      )}
      <button
        type="button"
        className="agenda-open"
        aria-current={isCurrent ? "step" : undefined}
        aria-pressed={isOpen}
        onClick={() => onOpen(topic.id)}
      >
        <span className="agenda-ordinal num">{ordinal}</span>
        <span className="agenda-title">{topic.title || t("room.untitled")}</span>
      </button>
      <div className="agenda-meta">
        <Time {...props} />
        {isCurrent && <span className="agenda-now">{t("room.agenda.now")}</span>}
        {outcome && <StateTag tone={outcomeTone[outcome]}>{t(`room.outcome.${outcome}`)}</StateTag>}
        {resolutions > 0 && (
          <span className="muted">{t("room.agenda.resolutions", { count: resolutions })}</span>
        )}
        <span className="agenda-people">
          {people.map((person) => (
            <Face key={person.personId} person={person} />
          ))}
        </span>
      </div>
      {isOpen && <ItemActs topic={topic} isCurrent={isCurrent} moving={moving} />}
    </li>
  );
}
