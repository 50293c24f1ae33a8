import { Link } from "@remix-run/react";
import { taskAddress } from "~/address/tasks";
import { named } from "~/i18n/language";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { MilestoneList } from "~/task/MilestoneList";
import { OrderList } from "~/task/OrderList";
import { StatementTag } from "~/task/StatementTag";
import { TaskHistory } from "~/task/TaskHistory";
import { TaskNotes } from "~/task/TaskNotes";
import { TaskRemark } from "~/task/TaskRemark";
import { TaskStateTag } from "~/task/TaskStateTag";
import { Words } from "~/ui/Words";
import { CalledFacts } from "./CalledFacts";
import { CalledPhotos } from "./CalledPhotos";
import type { ShownLookBack } from "./showLookBack.server";

/** Props of {@link LookBackCard}. */
export interface LookBackCardProps {
  task: NonNullable<ShownLookBack["current"]>;
  now: string;
}

/** One task as it is called: what was promised, what happened since, and what has been stated. */
export function LookBackCard({ task, now }: LookBackCardProps) {
  const { t, i18n } = useTranslation();
  const meetingName = useMeetingName();
  // The dispatch is the promise itself, told above.
  const happened = task.history.filter((entry) => entry.event !== "dispatch").slice(0, 6);
  return (
    <article className="look-back stack" aria-labelledby="look-back-title">
      <header className="stack-tight">
        <p className="muted">
          <Link className="num" to={taskAddress(task.number)}>
            {task.number}
          </Link>{" "}
          {t("task.lookBack.resolvedIn", { meeting: meetingName(task.resolvedAt) })}
        </p>
        <h2 id="look-back-title">
          <Words text={task.title} />
        </h2>
        <p className="cluster">
          <TaskStateTag state={task.state} />
          <span>{t("task.lookBack.lead", { name: named(task.lead.name, i18n.language) })}</span>
          <span>{t("task.lookBack.street", { name: named(task.street.name, i18n.language) })}</span>
        </p>
      </header>
      <CalledFacts task={task} now={now} />
      <div className="grid-2">
        <section className="section" aria-labelledby="promised-title">
          <h3 id="promised-title">{t("task.lookBack.promised")}</h3>
          <p className="task-resolution as-written">{task.text}</p>
          <TaskNotes notes={task.notes} />
          <MilestoneList milestones={task.milestones} now={now} bare />
        </section>
        <section className="section" aria-labelledby="happened-title">
          <h3 id="happened-title">{t("task.lookBack.happened")}</h3>
          {task.state === "handled" && <p className="look-back-claim">{t("task.lookBack.onlyClaimed")}</p>}
          {task.state === "solved" && !task.statement && <p>{t("task.lookBack.readOut")}</p>}
          <TaskRemark task={{ ...task, escalated: false }} />
          <OrderList orders={task.orders} now={now} />
          <CalledPhotos photos={task.photos} />
          {happened.length > 0 ? (
            <TaskHistory entries={happened} now={now} />
          ) : (
            <p>{t("task.lookBack.nothing")}</p>
          )}
        </section>
      </div>
      {task.statement && (
        <section className="section" aria-labelledby="stated-title">
          <h3 id="stated-title">{t("task.lookBack.stated")}</h3>
          <p className="cluster">
            <StatementTag statement={task.statement.statement} />
            {task.statement.text && <span className="as-written">{task.statement.text}</span>}
          </p>
        </section>
      )}
    </article>
  );
}
