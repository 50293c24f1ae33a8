import type { FormAnswer } from "~/access/formAnswer";
import { takeoverAddress } from "~/address/plans";
import { useTranslation } from "~/i18n/useTranslation";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { EmptyState } from "~/ui/EmptyState";
import { FoldForm } from "~/ui/form/FoldForm";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { Meter } from "~/ui/Meter";
import { Notice } from "~/ui/Notice";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { DueLater } from "./DueLater";
import { Leaf } from "./Leaf";
import { LookBackCard } from "./LookBackCard";
import { LookBackForm } from "./LookBackForm";
import { LookBackList } from "./LookBackList";
import { nextUnstated, progressOf } from "./nextToState";
import type { ShownLookBack } from "./showLookBack.server";
import "./lookBack.css";

/** Props of {@link LookBackPage}. */
export interface LookBackPageProps {
  shown: ShownLookBack;
  asList: boolean;
  /** What the press before has noted, and which tasks it has left out. */
  noted: { count: number; leftOut: string[] } | null;
  now: string;
  answer?: FormAnswer;
}

/** Last time's tasks called one by one, one to a screen; or all of them as a list. */
export function LookBackPage({ shown, asList, noted, now, answer }: LookBackPageProps) {
  const { t } = useTranslation();
  const { meeting, tasks, current, complete, can, phase } = shown;
  const { called } = progressOf(tasks);
  const listed = asList || !current;
  const first = current ?? tasks[0];
  return (
    <>
      <MeetingHead
        meeting={meeting}
        page="lookBack"
        actions={
          first && (
            <ButtonLink to={listed ? `?task=${first.number}` : "?view=list"}>
              {listed ? t("task.lookBack.oneByOne") : t("task.lookBack.asList")}
            </ButtonLink>
          )
        }
      />
      {phase === "ahead" && <Notice>{t("task.lookBack.ahead")}</Notice>}
      {noted && <NotedNotice {...noted} />}
      {phase === "running" && called > 0 && complete && (
        <Notice tone="success">{t("task.lookBack.complete")}</Notice>
      )}
      {answer?.refusal && (listed || !can.state) && (
        <RefusalNotice messageKey={`refusal.${answer.refusal.code}`} />
      )}
      {listed ? <Listed shown={shown} now={now} /> : current && <One {...{ shown, current, now, answer }} />}
    </>
  );
}

function NotedNotice({ count, leftOut }: { count: number; leftOut: string[] }) {
  const { t } = useTranslation();
  return (
    <Notice tone={leftOut.length > 0 ? "info" : "success"}>
      {t("task.lookBack.noted", { count })}
      {leftOut.length > 0 && (
        <> {t("task.lookBack.leftOut", { numbers: leftOut.join(t("task.fact.and")) })}</>
      )}
    </Notice>
  );
}

/** All of them: what is noted in one press, what the chair may decide, what was stated on each. */
function Listed({ shown, now }: { shown: ShownLookBack; now: string }) {
  const { t } = useTranslation();
  const { tasks, can, begun, phase } = shown;
  const { stated, called } = progressOf(tasks);
  if (called === 0)
    return (
      <EmptyState
        title={t("task.lookBack.emptyTitle")}
        action={
          can.takeOver && (
            <ButtonLink variant="primary" to={takeoverAddress}>
              {t("takeover.link")}
            </ButtonLink>
          )
        }
      >
        {t(can.takeOver ? "task.lookBack.emptyFirst" : "task.lookBack.emptyText")}
      </EmptyState>
    );
  const later = tasks.filter(({ part, statement }) => part === "later" && !statement);
  return (
    <>
      {called > stated && phase === "running" && (
        <Meter label={t("task.lookBack.progress")} have={stated} need={called} />
      )}
      {begun && <Notice>{t("task.lookBack.begun", { reason: begun.reason })}</Notice>}
      {can.begin && <BeginTopics />}
      {later.length > 0 && phase === "running" && <DueLater tasks={later} can={can} now={now} />}
      <LookBackList tasks={tasks} now={now} />
    </>
  );
}

/** The chair lets topics begin although not everything was stated. */
function BeginTopics() {
  const { t } = useTranslation();
  return (
    <FoldForm
      label={t("task.lookBack.begin")}
      hidden={{ intent: "begin" }}
      submit={<Button variant="primary">{t("task.lookBack.begin")}</Button>}
    >
      <PlainTextArea
        name="reason"
        label={t("task.lookBack.beginReason")}
        hint={t("task.lookBack.beginHint")}
        required
        maxLength={500}
      />
    </FoldForm>
  );
}

interface OneProps {
  shown: ShownLookBack;
  current: NonNullable<ShownLookBack["current"]>;
  now: string;
  answer?: FormAnswer;
}

function One({ shown, current, now, answer }: OneProps) {
  const { tasks, can } = shown;
  const verified = current.history.find(({ event }) => event === "verifySolved");
  const steps = tasks.filter(({ part }) => part !== "later");
  return (
    <>
      <Leaf shown={shown} number={current.number} />
      <LookBackCard task={current} now={now} />
      {can.state && (
        <LookBackForm
          key={current.number}
          number={current.number}
          facts={current.facts}
          barred={current.barred}
          said={current.statement}
          // What was found on the spot is read out, and agreed as it is.
          readOut={current.state === "solved" ? (verified?.text ?? "") : null}
          isLast={nextUnstated(steps, current.number) === undefined}
          answer={answer}
        />
      )}
    </>
  );
}
