import { useTranslation } from "react-i18next";
import type { RuleSet } from "./ruleSet";
import "./rules.css";

/** A rule set in words and figures, group by group. */
export function RulesFacts({ rules }: { rules: RuleSet }) {
  const { t } = useTranslation();
  return (
    <div className="rule-groups">
      {Object.entries(rules).map(([group, values]) => (
        <section key={group}>
          <h2>{t(`plan.rules.group.${group}`)}</h2>
          <dl className="rule-facts">
            {Object.entries(values).map(([key, value]) => (
              <div key={key}>
                <dt>{t(`plan.rules.field.${group}.${key}`)}</dt>
                <dd className="num">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
