import { Link } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import { meetingAddress } from "~/address/meetings";
import { listAddress } from "~/address/problems";
import { matterAddress } from "~/address/residents";
import { taskAddress } from "~/address/tasks";
import { writtenMonth } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { Trace, type TraceLink } from "~/ui/Trace";
import type { ProblemView } from "./showProblem.server";

function Several({ children }: { children: ReactNode[] }) {
  const { t } = useTranslation();
  if (children.length === 0) return null;
  return children.map((child, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a list made anew on every load
    <Fragment key={at}>
      {at > 0 && t("ui.filter.and")}
      {child}
    </Fragment>
  ));
}

/** Residents find the page of the problem. */
export function isPublic({ topics }: ProblemView["trace"]): boolean {
  return topics.some(({ publicity }) => publicity !== null && publicity.seenEpoch !== null);
}

function useLabels({ problem, trace, units, can }: ProblemView) {
  const { t, i18n } = useTranslation();
  const month = (value: string) => writtenMonth(value, i18n.language, true);
  const street = units.street?.slug ?? "";
  return {
    listings: trace.listings.map((one) => {
      const label = t("problem.trace.onList", { month: month(one.month) });
      if (!can.seeList) return <span key={one.id}>{label}</span>;
      return (
        <Link key={one.id} to={`${listAddress(one.month, street)}?edit=${problem.number}`}>
          {label}
        </Link>
      );
    }),
    topics: trace.topics.map((one) => (
      <Link key={one.id} to={meetingAddress({ slug: one.month }, "agenda")}>
        {t("problem.trace.onAgenda", { month: month(one.month) })}
      </Link>
    )),
    resolutions: trace.resolutions.map((one) => (
      <Link
        key={one.id}
        to={`${meetingAddress({ slug: one.month }, "minutes")}?number=${one.minutesYear}-${one.minutesNumber}`}
      >
        {t("problem.trace.minutes", {
          year: one.minutesYear,
          number: one.minutesNumber,
          item: one.ordinal,
        })}
      </Link>
    )),
    tasks: trace.resolutions.flatMap(({ task, taskOpen }) => {
      if (!task) return [];
      if (!taskOpen) return [<span key={task.id}>{task.number}</span>];
      return [
        <Link key={task.id} to={taskAddress(task.number)}>
          {task.number}
        </Link>,
      ];
    }),
    lookBacks: trace.statements.map((one) => (
      <Link key={one.taskId + one.month} to={meetingAddress({ slug: one.month }, "look-back")}>
        {month(one.month)}
      </Link>
    )),
    outcome:
      trace.publications.some((one) => !one.withdrawnAt) && isPublic(trace)
        ? [
            <a key="public" href={matterAddress(problem.number)}>
              {t("problem.trace.public")}
            </a>,
          ]
        : [],
  };
}

/** The way of a problem from the words to what residents were told; each step leads to its page. */
export function ProblemTrace({ view }: { view: ProblemView }) {
  const { t } = useTranslation();
  const labels = useLabels(view);
  const step = (key: string, kind: string, several: ReactNode[]): TraceLink => ({
    key,
    kind,
    label: several.length > 0 ? <Several>{several}</Several> : undefined,
  });
  const links: TraceLink[] = [
    { key: "words", kind: t("problem.trace.words"), label: view.problem.number, here: true },
    step("listing", t("problem.trace.listing"), labels.listings),
    step("topic", t("problem.trace.topic"), labels.topics),
    step("resolution", t("problem.trace.resolution"), labels.resolutions),
    step("task", t("problem.trace.task"), labels.tasks),
    step("lookBack", t("problem.trace.lookBack"), labels.lookBacks),
    step("outcome", t("problem.trace.outcome"), labels.outcome),
  ];
  return <Trace links={links} />;
}
