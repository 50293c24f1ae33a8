import { useTranslation } from "~/i18n/useTranslation";
import { ruleGroups, rulesIn } from "./ruleGroups";
import type { RuleSet } from "./ruleSet";
import "./rules.css";

/** A rule set in words and figures, group by group. */
export function RulesFacts({ rules }: { rules: RuleSet }) {
  const { t } = useTranslation();
  return (
    <div className="rule-groups">
      {ruleGroups.map((group) => (
        <section key={group}>
          <h2>{t(`plan.rules.group.${group}`)}</h2>
          <dl className="rule-facts">
            {rulesIn(rules, group).map(({ key, text, value }) => (
              <div key={key}>
                <dt>{t(text)}</dt>
                <dd className="num">
                  {key === "quorumOver" && value === 0.5 ? t("plan.rules.half") : value}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
