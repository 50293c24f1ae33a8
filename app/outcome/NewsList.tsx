import { dayOf } from "~/calendar/day";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { AsIssued } from "./AsIssued";
import { MatterLink } from "./DecisionList";
import "./outcome.css";
import type { PublicNews } from "./published";
import { Standing } from "./Standing";

/** Props of {@link DoneList} and {@link OpenList}. */
export interface NewsListProps {
  news: readonly PublicNews[];
  now: string;
}

/** What was done: what came of it, or what had been promised where nothing more has been published yet. */
export function DoneList({ news, now }: NewsListProps) {
  const { t } = useTranslation();
  return (
    <ul className="decisions">
      {news.map(({ decision, promise }) => (
        <li key={promise.id} className="decision">
          <h3 className="decision-title">
            <MatterLink number={decision.number} title={decision.title} />
          </h3>
          <p>
            <AsIssued>{promise.outcome?.text ?? promise.text}</AsIssued>
          </p>
          <p className="decision-facts">
            <Standing state={promise.state} late={promise.late} />
            {promise.solvedAt && (
              <span>
                {t("outcome.checkedOn")} <DateText value={promise.solvedAt} now={now} />
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What is still to be done: how it stands, until when, and where to ask. */
export function OpenList({ news, now }: NewsListProps) {
  const { t, i18n } = useTranslation();
  return (
    <ul className="decisions">
      {news.map(({ decision, promise }) => (
        <li key={promise.id} className="decision">
          <h3 className="decision-title">
            <MatterLink number={decision.number} title={decision.title} />
          </h3>
          <p className="decision-facts">
            <Standing state={promise.state} late={promise.late} />
            <span>
              {t("outcome.until")}{" "}
              <DateText value={promise.dueDate} now={now} withDistance={promise.dueDate >= dayOf(now)} />
            </span>
          </p>
          <p className="decision-facts">
            {t("outcome.askAt", {
              unit: named(promise.lead.name, i18n.language),
              contact: named(promise.lead.contact, i18n.language),
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}
