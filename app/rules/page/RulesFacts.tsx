import type { Translate } from "~/i18n/textKey";
import { useTranslation } from "~/i18n/useTranslation";
import { FeedbackLines } from "../feedback/FeedbackLines";
import { ruleGroups, rulesIn } from "../ruleGroups";
import { originOf } from "../ruleSources";
import type { OwnRule } from "./ownRules";
import { ReportLink } from "./ReportLink";
import { RuleLists, type RulesShown } from "./RuleLists";
import type { RulesPage } from "./showRules.server";
import "../rules.css";

/** Where a number comes from: the version that departs from what is usual, or the source of what is usual. */
function Origin({ path, own }: { path: string; own: OwnRule | undefined }) {
  const { t } = useTranslation();
  const origin = t(`rules.origin.${originOf(path)}`);
  return (
    <span className="small muted rule-origin">
      {own
        ? t("rules.ownNumber", { version: own.version, origin, usual: saidOf(path, own.usual, t) })
        : origin}
    </span>
  );
}

function saidOf(path: string, value: number, t: Translate): string {
  return path === "session.quorumOver" && value === 0.5 ? t("plan.rules.half") : String(value);
}

/** A rule set in words and figures, group by group: each rule with its source and what was said about it. */
export function RulesFacts({ rules, own, feedback, now }: RulesShown & Pick<RulesPage, "own">) {
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
                      {t(text)} <Origin path={path} own={own[path]} />
                    </dt>
                    <dd>
                      <span className="num">{saidOf(path, value, t)}</span>{" "}
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
