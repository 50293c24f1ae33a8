import { matterAddress } from "~/address/residents";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { PublicLink } from "~/ui/PublicLink";
import { AsIssued } from "./AsIssued";
import { Decided } from "./Decided";
import "./outcome.css";
import type { PublicDecision, PublicPromise } from "./published";
import { Standing } from "./Standing";

/** Props of {@link DecisionList}. */
export interface DecisionListProps {
  decisions: readonly PublicDecision[];
  now: string;
  /** Says of each which day decided it: where a list holds several days. */
  withDay?: boolean;
  /** Of the titles; 3 below a heading of the page's own. */
  level?: 2 | 3;
}

/** Decisions one under the other: what it is about, what was promised, who does it and until when. */
export function DecisionList({ decisions, now, withDay, level = 2 }: DecisionListProps) {
  const Title = `h${level}` as const;
  return (
    <ul className="decisions">
      {decisions.map((decision) => (
        <li key={decision.topicId} className="decision">
          <Title className="decision-title">
            <MatterLink number={decision.number} title={decision.title} />
          </Title>
          {withDay && <DecidedOn decision={decision} now={now} />}
          {decision.promises.length === 0 && <NothingPromised decision={decision} now={now} />}
          {decision.promises.map((promise) => (
            <Promised key={promise.id} promise={promise} now={now} />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The title of a matter, leading to its page where it has one. */
export function MatterLink({ number, title }: { number: string | null; title: string }) {
  if (number === null) return <AsIssued>{title}</AsIssued>;
  return (
    <PublicLink to={matterAddress(number)}>
      <AsIssued>{title}</AsIssued>
    </PublicLink>
  );
}

function DecidedOn({ decision, now }: { decision: PublicDecision; now: string }) {
  const { t, i18n } = useTranslation();
  return (
    <p className="decision-facts">
      <DateText value={decision.date} now={now} />{" "}
      {t("outcome.at", { street: named(decision.host.name, i18n.language) })}
    </p>
  );
}

function NothingPromised({ decision, now }: { decision: PublicDecision; now: string }) {
  return (
    <p>
      <Decided decision={decision} now={now} />
    </p>
  );
}

function Promised({ promise, now }: { promise: PublicPromise; now: string }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="promise">
      <p>
        <AsIssued>{promise.text}</AsIssued>
      </p>
      <p className="decision-facts">
        {named(promise.lead.name, i18n.language)}
        <span>
          {t("outcome.until")} <DateText value={promise.dueDate} now={now} />
        </span>
        <Standing state={promise.state} late={promise.late} />
      </p>
    </div>
  );
}
