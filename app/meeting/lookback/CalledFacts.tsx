import { Fragment } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { StateTag } from "~/ui/StateTag";
import type { CalledStory } from "./calledStory.server";
import type { CalledTask } from "./lookBackOf.server";
import "./lookBack.css";

/** Props of {@link CalledFacts}. */
export interface CalledFactsProps {
  task: CalledTask & Pick<CalledStory, "extensions" | "daysLate">;
  now: string;
}

/** What can be counted of a task that is called: always all of it, also where there is nothing to complain of. */
export function CalledFacts({ task, now }: CalledFactsProps) {
  const { t } = useTranslation();
  const { dueDate, originalDueDate, extensions, daysLate, timesCarriedOver, escalated } = task;
  return (
    <dl className="called-facts">
      <div>
        <dt>{t("task.column.original")}</dt>
        <dd>
          <DateText value={originalDueDate} now={now} />
        </dd>
      </div>
      <div>
        <dt>{t("task.column.due")}</dt>
        <dd>
          <DateText value={dueDate} now={now} />{" "}
          {daysLate > 0 && (
            <StateTag tone="bad" shape="square">
              {t("task.lookBack.daysLate", { count: daysLate })}
            </StateTag>
          )}
        </dd>
      </div>
      <div>
        <dt>{t("task.extension.title")}</dt>
        <dd>
          {extensions.length === 0 && t("task.lookBack.noExtension")}
          {extensions.map((one, at) => (
            <Fragment key={one.id}>
              {at > 0 && <br />}
              <DateText value={one.fromDate} now={now} /> → <DateText value={one.toDate} now={now} />
            </Fragment>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t("task.column.carried")}</dt>
        <dd>
          {t("task.lookBack.carriedTimes", { count: timesCarriedOver })}{" "}
          {escalated && (
            <StateTag tone="bad" shape="square">
              {t("task.lookBack.escalated")}
            </StateTag>
          )}
        </dd>
      </div>
    </dl>
  );
}
