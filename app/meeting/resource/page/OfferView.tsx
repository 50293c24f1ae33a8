import { Link } from "@remix-run/react";
import type { FormAnswer } from "~/access/formAnswer";
import { needAddress, offersAddress } from "~/address/resources";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { resourceLimits } from "~/meeting/resource/resourceForm";
import type { ShownNeed } from "~/meeting/resource/shownResource";
import type { OfferPage, Serves } from "~/meeting/resource/showOffer.server";
import { useAmounts } from "~/meeting/resource/useAmounts";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { isOvertaken } from "~/ui/form/Meanwhile";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { Words } from "~/ui/Words";
import { OfferForm } from "./OfferForm";
import { PromiseList } from "./PromiseList";
import { ResourceTag } from "./ResourceTag";
import "./resource.css";

/** Props of {@link OfferView}. */
export interface OfferViewProps {
  page: OfferPage;
  answer?: FormAnswer;
  now: string;
}

/** One offer: what is left of it, for what it is promised, and which needs it could serve. */
export function OfferView({ page, answer, now }: OfferViewProps) {
  const { t } = useTranslation();
  const { offer, promises, needs, can } = page;
  const changing = answer?.typed?.intent === "change";
  const refusal = changing || isOvertaken(answer) ? undefined : answer?.refusal;
  return (
    <div className="stack">
      <PageHead
        title={<Words text={offer.words} />}
        number={offer.number}
        state={<ResourceTag state={offer.standing} />}
        crumbs={[{ label: t("resource.title"), to: offersAddress }]}
        next={useNext(page)}
        actions={can.tend && <Withdraw />}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      {offer.endedAt && (
        <Notice>
          {t("resource.offer.ended", {
            state: t(`resource.state.${offer.standing}`),
            reason: offer.endReason,
          })}{" "}
          <DateText value={offer.endedAt} now={now} />
        </Notice>
      )}
      <Facts page={page} />
      <section className="section stack-tight" aria-labelledby="promised">
        <h2 id="promised">{t("resource.promised")}</h2>
        {promises.length === 0 && <p className="muted">{t("resource.promise.none")}</p>}
        <PromiseList
          promises={promises}
          now={now}
          takesBack={page.can.takeBack}
          more={({ serves }) => (
            <p className="small">
              {t("resource.field.subject")} <ServesLink serves={serves} />
            </p>
          )}
        />
      </section>
      {offer.standing === "open" && offer.needId === null && (
        <section className="section stack-tight" aria-labelledby="needs">
          <h2 id="needs">{t("resource.match.needs")}</h2>
          {needs.length === 0 && <p className="muted">{t("resource.match.noNeeds")}</p>}
          <ul className="resource-lines">
            {needs.map((need) => (
              <NeedLine key={need.id} need={need} />
            ))}
          </ul>
        </section>
      )}
      {can.tend && (
        <details className="section" open={changing}>
          <summary>{t("resource.offer.change")}</summary>
          <OfferForm key={offer.version} offer={offer} answer={changing ? answer : undefined} />
        </details>
      )}
    </div>
  );
}

function useNext({ offer, madeTo }: OfferPage) {
  const { t, i18n } = useTranslation();
  if (offer.standing !== "open") return undefined;
  if (madeTo) return { what: t("resource.offer.nextAnswer"), who: named(madeTo.owner, i18n.language) };
  return { what: t("resource.offer.nextOpen") };
}

function ServesLink({ serves }: { serves: Serves }) {
  const { t, i18n } = useTranslation();
  const { owner, number, title, to } = serves;
  if (!to) return <>{t("resource.offer.forOther", { unit: named(owner, i18n.language) })}</>;
  return (
    <Link to={to}>
      <span className="num">{number}</span> {title}
    </Link>
  );
}

/** One need that an offer could serve. */
function NeedLine({ need }: { need: ShownNeed }) {
  const { i18n } = useTranslation();
  const { amount, days } = useAmounts();
  return (
    <li>
      <p>
        <Link to={needAddress(need.number)}>
          <span className="num">{need.number}</span> {need.words}
        </Link>
      </p>
      <p className="small muted">
        {named(need.owner, i18n.language)} · <span className="num">{amount(need)}</span> · {days(need)}
      </p>
    </li>
  );
}

function Withdraw() {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="secondary"
      label={t("resource.offer.withdraw")}
      consequence={<p>{t("resource.offer.withdrawText")}</p>}
      action=""
      name="intent"
      value="withdraw"
    >
      <PlainTextArea
        name="reason"
        label={t("resource.field.reason")}
        required
        maxLength={resourceLimits.reason}
      />
    </ConfirmButton>
  );
}

function Facts({ page: { offer, madeTo } }: { page: OfferPage }) {
  const { t, i18n } = useTranslation();
  const { amount, days, kind } = useAmounts();
  return (
    <dl className="facts">
      <div>
        <dt>{t("resource.field.unit")}</dt>
        <dd>{named(offer.unit, i18n.language)}</dd>
      </div>
      {offer.behalfOf && (
        <div>
          <dt>{t("resource.field.behalfOf")}</dt>
          <dd>{offer.behalfOf}</dd>
        </div>
      )}
      {offer.broughtBy && (
        <div>
          <dt>{t("resource.field.broughtBy")}</dt>
          <dd>{offer.broughtBy}</dd>
        </div>
      )}
      <div>
        <dt>{kind(offer.kind)}</dt>
        <dd>
          <span className="num">{amount(offer)}</span>{" "}
          <span className="muted">
            {"· "}
            {t("resource.offer.left", { amount: amount({ ...offer, amount: offer.left }) })}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t("resource.field.available")}</dt>
        <dd>{days(offer)}</dd>
      </div>
      {offer.conditions && (
        <div>
          <dt>{t("resource.field.conditions")}</dt>
          <dd className="as-written">
            <Words text={offer.conditions} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t("resource.field.subject")}</dt>
        <dd>
          {madeTo ? (
            <>
              {t("resource.offer.toNeed")} <ServesLink serves={madeTo} />
            </>
          ) : (
            t("resource.offer.open")
          )}
        </dd>
      </div>
    </dl>
  );
}
