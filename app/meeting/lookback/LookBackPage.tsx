import { Link, useNavigate } from "@remix-run/react";
import type { FormAnswer } from "~/access/formAnswer";
import { takeoverAddress } from "~/address/plans";
import { useTranslation } from "~/i18n/useTranslation";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { ButtonLink } from "~/ui/ButtonLink";
import { EmptyState } from "~/ui/EmptyState";
import { Meter } from "~/ui/Meter";
import { Notice } from "~/ui/Notice";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { useShortcut } from "~/ui/useShortcut";
import { LookBackCard } from "./LookBackCard";
import { LookBackForm } from "./LookBackForm";
import { LookBackList } from "./LookBackList";
import { neighbours, nextUnstated, progressOf } from "./nextToState";
import type { ShownLookBack } from "./showLookBack.server";
import "./lookBack.css";

/** Props of {@link LookBackPage}. */
export interface LookBackPageProps {
  shown: ShownLookBack;
  asList: boolean;
  now: string;
  answer?: FormAnswer;
}

/** Last time's tasks called one by one, one to a screen; or all of them as a list. */
export function LookBackPage({ shown, asList, now, answer }: LookBackPageProps) {
  const { t } = useTranslation();
  const { meeting, tasks, current, complete, can, phase } = shown;
  const { stated, called } = progressOf(tasks);
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
      {phase === "running" && called > 0 && complete && (
        <Notice tone="success">{t("task.lookBack.complete")}</Notice>
      )}
      {answer?.refusal && !can.state && <RefusalNotice messageKey={`refusal.${answer.refusal.code}`} />}
      {listed && called > stated && phase === "running" && (
        <Meter label={t("task.lookBack.progress")} have={stated} need={called} />
      )}
      {listed && called > 0 && <LookBackList tasks={tasks} now={now} />}
      {called === 0 && (
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
      )}
      {!listed && current && (
        <>
          <Leaf tasks={tasks} number={current.number} />
          <LookBackCard task={current} now={now} />
          {can.state && (
            <LookBackForm
              key={current.number}
              number={current.number}
              facts={current.facts}
              barred={current.barred}
              said={current.statement}
              isLast={nextUnstated(tasks, current.number) === undefined}
              answer={answer}
            />
          )}
        </>
      )}
    </>
  );
}

function Leaf({ tasks, number }: { tasks: ShownLookBack["tasks"]; number: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { previous, next } = neighbours(tasks, number);
  const at = tasks.findIndex((task) => task.number === number) + 1;
  useShortcut("ArrowLeft", () => previous && navigate(`?task=${previous}`));
  useShortcut("ArrowRight", () => next && navigate(`?task=${next}`));
  return (
    <nav className="leaf" aria-label={t("task.lookBack.leaf")}>
      {previous ? (
        <Link rel="prev" to={`?task=${previous}`} aria-keyshortcuts="ArrowLeft">
          <span aria-hidden="true">← </span>
          {t("task.lookBack.previous")}
        </Link>
      ) : (
        <span />
      )}
      <span className="num">
        {t("task.lookBack.position", { at, of: tasks.length })}{" "}
        <span className="muted">{t("task.lookBack.statedSoFar", { count: progressOf(tasks).stated })}</span>
      </span>
      {next ? (
        <Link rel="next" to={`?task=${next}`} aria-keyshortcuts="ArrowRight">
          {t("task.lookBack.next")}
          <span aria-hidden="true"> →</span>
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
