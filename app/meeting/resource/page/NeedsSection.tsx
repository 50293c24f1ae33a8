import { Link } from "@remix-run/react";
import { needAddress, resourcesAddress } from "~/address/resources";
import { useTranslation } from "~/i18n/useTranslation";
import { needStanding } from "~/meeting/resource/need";
import type { NeedsBeside } from "~/meeting/resource/needsOn.server";
import type { ShownNeed } from "~/meeting/resource/shownResource";
import { useAmounts } from "~/meeting/resource/useAmounts";
import { ButtonLink } from "~/ui/ButtonLink";
import { Words } from "~/ui/Words";
import { PromiseList } from "./PromiseList";
import { ResourceTag } from "./ResourceTag";
import "./resource.css";

/** What a problem or a task needs and what is promised for it, on its page; nothing where there is nothing to see or to do. */
export function NeedsSection({ beside, now }: { beside: NeedsBeside; now: string }) {
  const { t } = useTranslation();
  const { needs, add } = beside;
  if (needs.length === 0 && add === null) return null;
  return (
    <section className="section stack-tight" id="resources" aria-labelledby="resources-title">
      <h2 id="resources-title">{t("resource.title")}</h2>
      {needs.length === 0 && <p className="muted">{t("resource.need.none")}</p>}
      <NeedLines needs={needs} now={now} />
      <p className="cluster no-print">
        {add && (
          <ButtonLink size="small" to={add}>
            {t("resource.need.add")}
          </ButtonLink>
        )}
        <Link className="small" to={resourcesAddress}>
          {t("resource.section.toAll")}
        </Link>
      </p>
    </section>
  );
}

/** Needs, each with what is promised for it. */
export function NeedLines({ needs, now }: { needs: readonly ShownNeed[]; now: string }) {
  const { t } = useTranslation();
  const { amount, days, kind } = useAmounts();
  return (
    <ul className="resource-lines">
      {needs.map((need) => (
        <li key={need.id}>
          <p className="cluster">
            <Link to={needAddress(need.number)}>
              <span className="num">{need.number}</span> <Words text={need.words} />
            </Link>
            <ResourceTag state={needStanding(need)} />
          </p>
          <p className="small">
            {kind(need.kind)} <span className="num">{amount(need)}</span>{" "}
            <span className="muted">
              {days(need)}
              {need.state === "open" &&
                need.lacking > 0 &&
                need.lacking < need.amount &&
                ` · ${t("resource.need.lacking", { amount: amount({ ...need, amount: need.lacking }) })}`}
            </span>
          </p>
          <PromiseList promises={need.promises.filter(({ takenBackAt }) => !takenBackAt)} now={now} />
        </li>
      ))}
    </ul>
  );
}

/** The needs of a topic of the agenda, folded beside its other materials. */
export function FoldedNeeds({ needs, now }: { needs: readonly ShownNeed[]; now: string }) {
  const { t } = useTranslation();
  if (needs.length === 0) return null;
  const promised = needs.flatMap(({ promises }) => promises).filter(({ takenBackAt }) => !takenBackAt).length;
  return (
    <details className="opinions-fold">
      <summary>
        <span className="opinions-label">{t("resource.title")}</span>{" "}
        {t("resource.section.counted", { needs: needs.length, promised })}
      </summary>
      <NeedLines needs={needs} now={now} />
    </details>
  );
}
