import { createContext, useContext } from "react";
import { fileAddress } from "~/address/files";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { CalledFacts } from "~/meeting/lookback/CalledFacts";
import type { TaskCalledNow } from "~/meeting/lookback/taskCalledNow.server";
import { MilestoneList } from "~/task/MilestoneList";
import { StatementTag } from "~/task/StatementTag";
import { TaskStateTag } from "~/task/TaskStateTag";
import { StateTag } from "~/ui/StateTag";

/** What the screen is given besides the record. */
interface Called {
  task: TaskCalledNow | null;
  now: string;
}

const Context = createContext<Called>({ task: null, now: "" });

/** Gives the screen the task that the look-back is at. */
export const CalledProvider = Context.Provider;

/** The task that the look-back is at; null where there is none to be shown. */
export const useCalled = () => useContext(Context);

const mostPhotos = 4;

/** The task being called, large: what was resolved, by when, how late, and what was stated. */
export function CalledOnScreen({ task, now }: { task: TaskCalledNow; now: string }) {
  const { t, i18n } = useTranslation();
  const { progress, statement, blocked, photos } = task;
  return (
    <section className="screen-called" aria-label={t("room.kind.lookBack")}>
      <p className="screen-count num">
        {t("task.lookBack.onScreen", { number: task.number, have: progress.stated, need: progress.called })}
      </p>
      <h1>{task.title}</h1>
      <p className="screen-who">
        <TaskStateTag state={task.state} />
        <span>{t("task.lookBack.lead", { name: named(task.lead.name, i18n.language) })}</span>
        <span>{t("task.lookBack.street", { name: named(task.street.name, i18n.language) })}</span>
      </p>
      <CalledFacts task={task} now={now} />
      <p className="screen-promised as-written">{task.text}</p>
      {blocked && <StateTag tone="bad">{t("task.remark.blocked", { why: blocked })}</StateTag>}
      {statement && (
        <p className="screen-who">
          <StatementTag statement={statement.statement} />
          {statement.text && <strong className="as-written">{statement.text}</strong>}
        </p>
      )}
      <div className="screen-more">
        <MilestoneList milestones={task.milestones} now={now} bare />
        {photos.length > 0 && (
          <ul className="screen-photos">
            {photos.slice(0, mostPhotos).map(({ id, name, caption }) => (
              <li key={id}>
                <img src={fileAddress(id)} alt={caption || name} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
