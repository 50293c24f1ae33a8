import { publicDayAddress } from "~/address/residents";
import { dayOf } from "~/calendar/day";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { PublicLink } from "~/ui/PublicLink";
import { AsIssued } from "./AsIssued";
import "./outcome.css";
import { Decided } from "./Decided";
import type { PublicDecision, PublicPromise } from "./published";
import { Standing } from "./Standing";

/** What one day decided on a matter: how it was decided, then each promise with who does it until when. */
export function MatterDecision({ decision, now }: { decision: PublicDecision; now: string }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="stack">
      <p>
        <PublicLink to={publicDayAddress(decision.month)}>
          <DateText value={decision.date} now={now} />{" "}
          {t("outcome.at", { street: named(decision.host.name, i18n.language) })}
        </PublicLink>
        {t("outcome.colon")}
        <Decided decision={decision} now={now} />
      </p>
      {decision.promises.map((promise) => (
        <PromiseFacts key={promise.id} promise={promise} now={now} />
      ))}
    </div>
  );
}

function PromiseFacts({ promise, now }: { promise: PublicPromise; now: string }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="stack-tight">
      <p className="promise-words">
        <AsIssued>{promise.text}</AsIssued>
      </p>
      <dl className="facts">
        <div>
          <dt>{t("outcome.who")}</dt>
          <dd>{named(promise.lead.name, i18n.language)}</dd>
        </div>
        <div>
          <dt>{t("outcome.until")}</dt>
          <dd>
            <DateText
              value={promise.dueDate}
              now={now}
              withDistance={promise.state !== "done" && promise.dueDate >= dayOf(now)}
            />
            {promise.movedFrom && (
              <span className="moved">
                {t("outcome.movedFrom")} <DateText value={promise.movedFrom} now={now} />
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t("outcome.stands")}</dt>
          <dd>
            <Standing state={promise.state} late={promise.late} />
            {promise.reviewOn && (
              <span className="moved">
                {t("outcome.reviewOn")} <DateText value={promise.reviewOn} now={now} />
              </span>
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}
