import type { FormAnswer } from "~/access/formAnswer";
import { newOfferAddress, resourcesAddress } from "~/address/resources";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { needStanding } from "~/meeting/resource/need";
import { resourceLimits } from "~/meeting/resource/resourceForm";
import type { NeedPage } from "~/meeting/resource/showNeed.server";
import { useAmounts } from "~/meeting/resource/useAmounts";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { isOvertaken } from "~/ui/form/Meanwhile";
import { PlainRadios } from "~/ui/form/PlainRadios";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { Words } from "~/ui/Words";
import { NeedForm } from "./NeedForm";
import { OfferLines } from "./OfferLines";
import { PromiseList } from "./PromiseList";
import { ResourceTag } from "./ResourceTag";
import { SubjectLink } from "./SubjectLink";
import "./resource.css";

/** Props of {@link NeedView}. */
export interface NeedViewProps {
  page: NeedPage;
  answer?: FormAnswer;
  now: string;
}

/** One need: what is promised, what was offered, what matches, and what its unit can do about it. */
export function NeedView({ page, answer, now }: NeedViewProps) {
  const { t } = useTranslation();
  const { need, waiting, matches, offered, can } = page;
  const changing = answer?.typed?.intent === "change";
  const refusal = changing || isOvertaken(answer) ? undefined : answer?.refusal;
  const others = offered.filter((one) => !waiting.some(({ id }) => id === one.id));
  return (
    <div className="stack">
      <PageHead
        title={<Words text={need.words} />}
        number={need.number}
        state={<ResourceTag state={needStanding(need)} />}
        crumbs={[{ label: t("resource.title"), to: resourcesAddress }]}
        next={useNext(page)}
        actions={<Actions page={page} />}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      {need.endedAt && (
        <Notice>
          {t("resource.need.ended", {
            state: t(`resource.state.${need.state}`),
            reason: need.endReason,
          })}{" "}
          <DateText value={need.endedAt} now={now} />
        </Notice>
      )}
      <Facts page={page} />
      <section className="section stack-tight" aria-labelledby="promised">
        <h2 id="promised">{t("resource.promised")}</h2>
        {need.promises.length === 0 && <p className="muted">{t("resource.promise.none")}</p>}
        <PromiseList promises={need.promises} now={now} takesBack={can.tend} />
      </section>
      {waiting.length > 0 && (
        <section className="section stack-tight" id="answer" tabIndex={-1} aria-labelledby="answer-title">
          <h2 id="answer-title">{t("resource.answer.title")}</h2>
          {can.tend && <p className="muted">{t("resource.answer.lead")}</p>}
          <OfferLines offers={waiting} answers={can.tend ? "takeOrDecline" : undefined} />
        </section>
      )}
      {can.tend && (
        <section className="section stack-tight" aria-labelledby="matches">
          <h2 id="matches">{t("resource.match.title")}</h2>
          <p className="muted">{t(matches.length > 0 ? "resource.match.lead" : "resource.match.none")}</p>
          <OfferLines offers={matches} answers="take" />
        </section>
      )}
      <Earlier offers={others} />
      {can.tend && (
        <details className="section" open={changing}>
          <summary>{t("resource.need.change")}</summary>
          <NeedForm key={need.version} need={need} answer={changing ? answer : undefined} />
        </details>
      )}
    </div>
  );
}

function useNext({ need, waiting, matches }: NeedPage) {
  const { t, i18n } = useTranslation();
  if (need.state !== "open" || need.lacking === 0) return undefined;
  const owner = named(need.owner, i18n.language);
  if (waiting.length > 0) return { what: t("resource.need.nextAnswer"), who: owner };
  if (matches.length > 0) return { what: t("resource.need.nextMatch"), who: owner };
  if (need.unsent) return { what: t("resource.need.nextSend"), who: owner };
  return { what: t("resource.need.nextWait") };
}

function Actions({ page }: { page: NeedPage }) {
  const { t } = useTranslation();
  const { need, can } = page;
  return (
    <>
      {can.offer && (
        <ButtonLink variant="primary" to={newOfferAddress(need.number)}>
          {t("resource.need.offerTo")}
        </ButtonLink>
      )}
      {can.tend && (
        <ConfirmButton
          variant="secondary"
          label={t("resource.need.end")}
          consequence={<p>{t("resource.need.endText")}</p>}
          action=""
          name="intent"
          value="end"
        >
          <PlainRadios
            name="as"
            label={t("resource.need.as")}
            defaultValue={need.lacking === 0 ? "met" : undefined}
            options={(["met", "withdrawn"] as const).map((value) => ({
              value,
              label: t(`resource.need.${value}`),
            }))}
          />
          <PlainTextArea
            name="reason"
            label={t("resource.field.reason")}
            required
            maxLength={resourceLimits.reason}
          />
        </ConfirmButton>
      )}
    </>
  );
}

function Facts({ page: { need } }: { page: NeedPage }) {
  const { t, i18n } = useTranslation();
  const { amount, days, kind } = useAmounts();
  const lacks = need.lacking > 0;
  return (
    <dl className="facts">
      <div>
        <dt>{t("resource.field.subject")}</dt>
        <dd>
          <SubjectLink subject={need.subject} />
        </dd>
      </div>
      <div>
        <dt>{t("resource.field.owner")}</dt>
        <dd>{named(need.owner, i18n.language)}</dd>
      </div>
      <div>
        <dt>{kind(need.kind)}</dt>
        <dd>
          <span className="num">{amount(need)}</span>{" "}
          <span className="muted">
            {"· "}
            {lacks
              ? t("resource.need.lacking", { amount: amount({ ...need, amount: need.lacking }) })
              : t("resource.need.covered")}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t("resource.field.days")}</dt>
        <dd>{days(need)}</dd>
      </div>
    </dl>
  );
}

/** What was offered to this need and cannot be taken any more. */
function Earlier({ offers }: { offers: NeedPage["offered"] }) {
  const { t } = useTranslation();
  if (offers.length === 0) return null;
  return (
    <section className="section stack-tight" aria-labelledby="offered">
      <h2 id="offered">{t("resource.offer.toNeed")}</h2>
      <ul className="resource-lines">
        {offers.map((offer) => (
          <li key={offer.id}>
            <ResourceTag state={offer.standing} />
            <OfferLines offers={[offer]} />
            {offer.endReason && <p className="small as-written">{offer.endReason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
