import { useTranslation } from "~/i18n/useTranslation";
import { FeedbackLines } from "../feedback/FeedbackLines";
import { ruleGroups, rulesIn } from "../ruleGroups";
import { originOf } from "../ruleSources";
import { ReportLink } from "./ReportLink";
import { RuleLists, type RulesShown } from "./RuleLists";
import "../rules.css";

/** A rule set in words and figures, group by group: each rule with its source and what was said about it. */
export function RulesFacts({ rules, feedback, now }: RulesShown) {
  const { t } = useTranslation();
  return (
    <>
      <div className="rule-groups">
        {ruleGroups.map((group) => (
          <section key={group}>
            <h2>{t(`plan.rules.group.${group}`)}</h2>
            <dl className="rule-facts">
              {rulesIn(rules, group).map(({ key, text, value }) => {
                const path = `${group}.${key}`;
                const said = feedback.filter(({ rule }) => rule === path);
                return (
                  <div key={key}>
                    <dt>
                      {t(text)}{" "}
                      <span className="small muted rule-origin">{t(`rules.origin.${originOf(path)}`)}</span>
                    </dt>
                    <dd>
                      <span className="num">
                        {key === "quorumOver" && value === 0.5 ? t("plan.rules.half") : value}
                      </span>{" "}
                      <ReportLink rule={path} name={t(text)} />
                    </dd>
                    {said.length > 0 && (
                      <dd className="rule-reports">
                        <FeedbackLines lines={said} now={now} />
                      </dd>
                    )}
                  </div>
                );
              })}
            </dl>
          </section>
        ))}
      </div>
      <RuleLists rules={rules} feedback={feedback} now={now} />
    </>
  );
}
