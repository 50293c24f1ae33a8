import type { TextsUnder } from "~/i18n/textKey";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { Words } from "~/ui/Words";
import type { PowerLacking, ProblemSource } from "./problem";

/** What is known about a problem, with units named in the reader's language. */
export interface FactsOfProblem {
  problemClass: string;
  source: ProblemSource;
  /** "" where nobody knows it. */
  raisedAt: string;
  place: string;
  community: string | null;
  concerned: string[];
  sees: string | null;
  power: string | null;
  powerLacking: PowerLacking;
  legalBasis: string;
  /** How many households it affects, and the day that is wished for; null where nobody said. */
  households: number | null;
  wishOn: string | null;
  coordination: string;
  question: string;
}

/** The facts of a problem; what is not there is left out, what is required shows that it is not there. */
export function ProblemFacts({ facts, now }: { facts: FactsOfProblem; now: string }) {
  const { t } = useTranslation();
  const { pathOf } = useCodeNames("classes");
  const required = (text: string) => text || <span className="muted">—</span>;
  const raisedAt = (at: string) =>
    at ? <DateText key="raised" value={at} now={now} /> : t("problem.raisedUnknown");
  const rows: [TextsUnder<"problem.field">, React.ReactNode][] = [
    ["question", required(facts.question)],
    ["coordination", required(facts.coordination)],
    ["concernedUnitIds", required(facts.concerned.join(t("ui.filter.and")))],
    ["powerUnitId", facts.power],
    ["powerLacking", facts.powerLacking === "none" ? null : t(`problem.power.${facts.powerLacking}`)],
    ["legalBasis", facts.legalBasis],
    ["seesUnitId", facts.sees],
    ["problemClass", pathOf(facts.problemClass)],
    ["place", facts.place],
    ["communityId", facts.community],
    [
      "households",
      facts.households === null ? null : t("problem.householdsCount", { count: facts.households }),
    ],
    ["wishOn", facts.wishOn && <DateText key="wish" value={facts.wishOn} now={now} />],
    ["source", t(`problem.source.${facts.source}`)],
    ["raisedAt", raisedAt(facts.raisedAt)],
  ];
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value)
        .map(([field, value]) => (
          <div key={field}>
            <dt>{t(`problem.field.${field}`)}</dt>
            <dd className="as-written">{typeof value === "string" ? <Words text={value} /> : value}</dd>
          </div>
        ))}
    </dl>
  );
}
