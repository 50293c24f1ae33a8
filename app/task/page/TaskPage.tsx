import type { ReactNode } from "react";
import type { FormAnswer } from "~/access/formAnswer";
import { publishAddress, tasksAddress } from "~/address/tasks";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { TaskActs } from "~/task/acts/TaskActs";
import { MilestoneList } from "~/task/MilestoneList";
import { TaskHistory } from "~/task/TaskHistory";
import { TaskNotes } from "~/task/TaskNotes";
import { TaskStateTag } from "~/task/TaskStateTag";
import { ButtonLink } from "~/ui/ButtonLink";
import { DateText } from "~/ui/DateText";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { ExtensionList } from "./ExtensionList";
import { OrderSection } from "./OrderSection";
import type { ShownTask } from "./showTask.server";
import { TakenOverRow } from "./TakenOverRow";
import { TaskFacts } from "./TaskFacts";
import { TaskFiles, useFilesAtActs } from "./TaskFiles";
import { TaskWay } from "./TaskWay";
import "~/task/task.css";

/** Props of {@link TaskPage}. */
export interface TaskPageProps {
  shown: ShownTask;
  now: string;
  /** What the action answered. */
  answer?: FormAnswer;
  /** What rooms above have to show of it, such as its resources. */
  besides?: ReactNode;
}

/** One task: its way, what was resolved, what this person can do, and everything that happened. */
export function TaskPage({ shown, now, answer, besides }: TaskPageProps) {
  const { t } = useTranslation();
  const { task, resolution, trace, acts, milestones } = shown;
  const sent = answer?.typed?.intent ?? "";
  const isOrder = sent === "order" || sent === "answerOrder";
  const formIsGone = answer?.refusal && !isOrder && !acts.some((act) => act === sent);
  const nameOf = useNameOfParty(shown);
  const filesAtActs = useFilesAtActs(shown);
  const on = {
    dueDate: task.dueDate,
    milestones,
    witnesses: shown.witnesses,
    verifier: nameOf(shown.judges.verifier),
    overseer: nameOf(shown.judges.overseer),
    silentWitness: trace.verified?.witness?.state === "named" ? trace.verified.witness.name : null,
  };
  return (
    <>
      <PageHead
        title={trace.topic.title}
        number={task.number}
        state={<TaskStateTag state={task.state} />}
        crumbs={[{ label: t("task.list.title"), to: tasksAddress }]}
        next={useNext(shown, now, nameOf)}
        actions={
          shown.can.publish && <ButtonLink to={publishAddress(task.number)}>{t("task.publish")}</ButtonLink>
        }
      />
      <TaskWay trace={trace} number={task.number} />
      {formIsGone && <RefusalNotice messageKey={`refusal.${answer.refusal!.code}`} />}
      {shown.barred && <Barred {...shown.barred} />}
      <div className="with-aside">
        <div className="stack-wide">
          <section className="section" aria-labelledby="resolution-title">
            <h2 id="resolution-title">{t(trace.takenOver ? "task.takenOver.title" : "task.resolved")}</h2>
            <p className="task-resolution as-written prose">{resolution.text}</p>
            <TaskNotes notes={shown.notes} />
          </section>
          <OrderSection shown={shown} now={now} />
          <TaskFacts shown={shown} now={now} />
          {trace.takenOver && <TakenOverRow row={trace.takenOver} />}
          <MilestoneList milestones={milestones} now={now} />
          {besides}
          <TaskFiles shown={shown} now={now} />
          <ExtensionList extensions={shown.extensions} now={now} />
        </div>
        {acts.length > 0 && (
          <TaskActs
            key={`${task.state} ${task.dueDate} ${task.blocked}`}
            acts={acts}
            on={on}
            now={now}
            besides={filesAtActs}
            sent={sent}
            reply={answer?.reply}
          />
        )}
      </div>
      <section className="section" aria-labelledby="history-title">
        <h2 id="history-title">{t("task.history.title")}</h2>
        <TaskHistory entries={shown.history} now={now} />
      </section>
    </>
  );
}

/** Says why the reader cannot judge this task, and who does. */
function Barred({ act, tie, unit }: NonNullable<ShownTask["barred"]>) {
  const { t, i18n } = useTranslation();
  const name = named(unit, i18n.language);
  return (
    <Notice>
      {t(`task.barred.${tie}`)} {t("task.barred.who", { act: t(`task.act.${act}`), name })}
    </Notice>
  );
}

type Party = NonNullable<ShownTask["next"]>["who"];

/** Names the units of a task by the part they have in it. */
function useNameOfParty({ lead, street, overseer }: ShownTask) {
  const { t, i18n } = useTranslation();
  const units = { lead, street, overseer, office: null };
  return (party: Party) => {
    const unit = units[party];
    return unit ? named(unit.name, i18n.language) : t("task.next.office");
  };
}

function useNext({ next }: ShownTask, now: string, nameOf: (party: Party) => string) {
  const { t } = useTranslation();
  if (!next) return undefined;
  return {
    what: t(`task.next.${next.step}`),
    who: nameOf(next.who),
    by: next.until && <DateText value={next.until} now={now} withDistance />,
  };
}
