import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { emptyForm } from "~/access/formFields";
import { type Asked, act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { swapAddress } from "~/address/plans";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { AddToCalendar } from "~/meeting/conduct/AddToCalendar";
import { StageTag } from "~/meeting/conduct/StageTag";
import { PowersExercised } from "~/meeting/progress/PowersExercised";
import { TopicTimes } from "~/meeting/progress/TopicTimes";
import { followUp } from "~/meeting/stage/followUp.server";
import { RearrangeActions, RearrangedNote } from "~/meeting/stage/Rearrange";
import { cancelForm, postponeForm } from "~/meeting/stage/rearrangeForm";
import { closeWindow } from "~/plan/closeWindow.server";
import { DayArrangements } from "~/plan/DayArrangements";
import { DayChecklist } from "~/plan/DayChecklist";
import { DayDeviations } from "~/plan/DayDeviations";
import { DayLists } from "~/plan/DayLists";
import { DayStations } from "~/plan/DayStations";
import { dayAddress, pageOfStep } from "~/plan/dayAddress";
import { openWindow } from "~/plan/openWindow.server";
import { cancelDay, postponeDay, restoreDay, undoPostponeDay } from "~/plan/rearrangeDay.server";
import { reopenWindow } from "~/plan/reopenWindow.server";
import { type DayPage, showDay } from "~/plan/showDay.server";
import { WindowActions } from "~/plan/WindowActions";
import { moveWindowForm } from "~/plan/windowForm";
import { ButtonLink } from "~/ui/ButtonLink";
import { DateText } from "~/ui/DateText";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("plan.day.title", { month: writtenMonth(data.month, language, true) }),
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await showDay(actor, params.month ?? "", now));
}

const month = ({ params }: Asked) => params.month ?? "";
const toDay = ({ params }: Pick<Asked, "params">) => `/desk/days/${params.month}`;

export const action = intents({
  openWindow: act(
    moveWindowForm,
    (asked, input) => openWindow(asked.actor, { ...input, month: month(asked) }, asked.now),
    toDay,
  ),
  closeWindow: act(
    moveWindowForm,
    (asked, input) => closeWindow(asked.actor, { ...input, month: month(asked) }, asked.now),
    toDay,
  ),
  reopenWindow: act(
    moveWindowForm,
    (asked, input) => reopenWindow(asked.actor, { ...input, month: month(asked) }, asked.now),
    toDay,
  ),
  postpone: act(
    postponeForm,
    (asked, input) => postponeDay(asked.actor, { ...input, slug: month(asked) }, asked.now),
    toDay,
  ),
  undoPostpone: act(
    emptyForm,
    (asked) => undoPostponeDay(asked.actor, { slug: month(asked) }, asked.now),
    toDay,
  ),
  cancel: act(
    cancelForm,
    (asked, input) => cancelDay(asked.actor, { ...input, slug: month(asked) }, asked.now),
    toDay,
  ),
  restore: act(
    emptyForm,
    (asked) => restoreDay(asked.actor, { slug: month(asked) }, asked.now),
    (went) => (went.value.left > 0 ? `${toDay(went)}?left=${went.value.left}` : toDay(went)),
  ),
  followUp: act(emptyForm, (asked) => followUp(asked.actor, { slug: month(asked) }, asked.now), toDay),
});

/** Says once what of the agenda of a day held after all another meeting has taken up meanwhile. */
function LeftToOthers({ page }: { page: DayPage }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const count = Number(search.get("left")) || 0;
  if (count <= 0 || page.stage === "cancelled") return null;
  return (
    <Notice tone="success">
      {t("planning.rearrange.leftToOthers", { count })}{" "}
      {page.links.includes("agenda") && (
        <ButtonLink size="small" to={dayAddress("agenda", page.month, page.ownList)}>
          {t("plan.link.agenda")}
        </ButtonLink>
      )}
    </Notice>
  );
}

function DayPages({ page }: { page: DayPage }) {
  const { t } = useTranslation();
  if (page.links.length === 0 && !page.ledgerId) return null;
  return (
    <nav className="section" aria-label={t("plan.day.pages")}>
      <h2>{t("plan.day.pages")}</h2>
      <div className="day-pages">
        {page.links.map((link) => (
          <ButtonLink key={link} size="small" to={dayAddress(link, page.month, page.ownList)}>
            {t(`plan.link.${link}`)}
            {link === "corrections" && page.corrections > 0 && (
              <span className="num"> {page.corrections}</span>
            )}
          </ButtonLink>
        ))}
        {page.ledgerId && (
          <ButtonLink size="small" to={`/desk/ledger?kind=meeting&id=${page.ledgerId}`}>
            {t("ledger.title")}
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}

function Actions({ page }: { page: DayPage }) {
  const { t } = useTranslation();
  const step = pageOfStep[page.next.key];
  return (
    <>
      <WindowActions page={page} />
      {step && page.links.includes(step) && (
        <ButtonLink to={dayAddress(step, page.month, page.ownList)}>
          {t("plan.day.goTo", { page: t(`plan.link.${step}`) })}
        </ButtonLink>
      )}
      {page.can.swap && (
        <ButtonLink variant="quiet" to={swapAddress(page.month)}>
          {t("planning.swap.link")}
        </ButtonLink>
      )}
      <AddToCalendar meeting={{ slug: page.month }} />
      {page.can.edit && (
        <ButtonLink variant="quiet" to={`/desk/days/${page.month}/plan`}>
          {t("plan.day.change")}
        </ButtonLink>
      )}
    </>
  );
}

export default function DayPageRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const { t, i18n } = useTranslation();
  const { next, now, plan } = page;
  const month = writtenMonth(page.month, i18n.language, true);
  return (
    <div className="stack">
      <PageHead
        title={t("plan.day.title", { month })}
        number={t("plan.day.host", { name: named(page.host.name, i18n.language) })}
        state={<StageTag stage={page.stage} />}
        crumbs={[{ label: t("plan.title", { year: plan.year }), to: `/desk/plan/${plan.year}` }]}
        next={{
          what: t(`meeting.next.${next.key}`),
          who: t(`meeting.who.${next.who}`) || undefined,
          by: next.by && <DateText value={next.by} now={now} withDistance />,
        }}
        actions={<Actions page={page} />}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <LeftToOthers page={page} />
      <RearrangedNote of={page} />
      {page.stage !== "cancelled" && <DayStations page={page} />}
      {!plan.adopted && <Notice>{t("plan.day.notAdopted")}</Notice>}
      <div className="with-aside">
        <div className="stack-wide">
          {page.stage !== "cancelled" && <DayChecklist checks={page.checks} />}
          {page.lists && <DayLists lists={page.lists} month={page.month} />}
          <TopicTimes times={page.times} />
          <PowersExercised powers={page.powers} />
          <DayDeviations deviations={page.deviations} now={now} />
        </div>
        <div className="stack-wide">
          <DayPages page={page} />
          <DayArrangements page={page} />
          <RearrangeActions of={{ ...page, approvals: plan.adopted ? page.approvals : undefined }} />
        </div>
      </div>
    </div>
  );
}
