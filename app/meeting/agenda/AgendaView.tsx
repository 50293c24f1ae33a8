import { meetingAddress } from "~/address/meetings";
import { screeningAddress } from "~/address/problems";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { Invitations } from "~/meeting/attendance/Invitations";
import { OpenSession } from "~/meeting/conduct/OpenSession";
import { StageTag } from "~/meeting/conduct/StageTag";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import { type NextStep, PageHead } from "~/ui/PageHead";
import { PrintButton } from "~/ui/PrintButton";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { AddTopic } from "./AddTopic";
import { AgendaList } from "./AgendaList";
import { PublishAgenda } from "./AgendaSteps";
import type { AgendaPage } from "./showAgenda.server";
import { TakenOff } from "./TakenOff";
import "./agenda.css";

function useNext({ day, undecided, published, invitations, now }: AgendaPage): NextStep | undefined {
  const { t } = useTranslation();
  const by = <DateText value={day.approveBy} now={now} withDistance />;
  if (day.stage === "screening")
    return undecided > 0
      ? { what: t("session.agenda.decideFirst", { count: undecided }), who: t("plan.who.office"), by }
      : { what: t("plan.next.startAgenda"), who: t("plan.who.office"), by };
  if (day.stage !== "agenda") return undefined;
  if (invitations.called.length <= 1)
    return { what: t("plan.next.inviteUnits"), who: t("plan.who.office"), by };
  if (!published?.asNow) return { what: t("plan.next.publishAgenda"), who: t("plan.who.office"), by };
  const on = <DateText value={day.date} now={now} withDistance />;
  return { what: t("plan.next.openSession"), who: t("plan.who.officeAndChair"), by: on };
}

function Actions({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  const { month } = page.day;
  if (page.lines.length === 0) return null;
  return (
    <>
      {page.can.publish && <PublishAgenda page={page} />}
      {page.can.open && <OpenSession page={page} isNext={page.published?.asNow ?? false} />}
      <ButtonLink to={meetingAddress({ month }, "room")}>{t("session.toRoom")}</ButtonLink>
      <PrintButton />
    </>
  );
}

function NotYet({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  const { month } = page.day;
  const toScreening = <ButtonLink to={screeningAddress(month)}>{t("session.agenda.toScreening")}</ButtonLink>;
  const start = (
    <OnceForm>
      <Button variant="primary" name="intent" value="start">
        {t("session.agenda.start")}
      </Button>
    </OnceForm>
  );
  return (
    <EmptyState
      title={t("session.agenda.none")}
      action={page.can.start && page.undecided === 0 ? start : toScreening}
    >
      {t("session.agenda.noneText")}
    </EmptyState>
  );
}

function Published({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  const { published, day, now } = page;
  if (!published)
    return (
      <p className="muted">
        {t("session.agenda.notPublished")} {t("session.agenda.approveBy")}{" "}
        <DateText value={day.approveBy} now={now} />
      </p>
    );
  return (
    <>
      <p className="muted">
        {t("session.agenda.published")} <DateText value={published.at} now={now} withTime />
      </p>
      {!published.asNow && day.stage === "agenda" && <Notice>{t("session.agenda.changedSince")}</Notice>}
    </>
  );
}

function Agenda({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  const { limit, minutes } = page;
  return (
    <section className="section stack">
      <h2>{t("session.agenda.list")}</h2>
      <div className="cluster spread">
        <p>
          {t("session.agenda.sum", { count: page.lines.length, minutes })}
          {limit.count > limit.most && (
            <strong className="agenda-over">{t("session.agenda.over", { ...limit })}</strong>
          )}
        </p>
        <Published page={page} />
      </div>
      <AgendaList page={page} />
      {page.can.prepare && <AddTopic />}
      <TakenOff page={page} />
    </section>
  );
}

/** The agenda of a day: its entries in order, and who is called to it. */
export function AgendaView({ page, refusal }: { page: AgendaPage; refusal?: Refusal }) {
  const { t, i18n } = useTranslation();
  const month = writtenMonth(page.day.month, i18n.language, true);
  const begun = page.lines.length > 0;
  return (
    <div className="stack">
      <PageHead
        title={t("session.agenda.title", { month })}
        number={t("plan.day.host", { name: named(page.day.host, i18n.language) })}
        state={<StageTag stage={page.day.stage} />}
        crumbs={[{ label: t("plan.day.title", { month }), to: meetingAddress(page.day) }]}
        next={useNext(page)}
        actions={<Actions page={page} />}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      {begun ? <Agenda page={page} /> : <NotYet page={page} />}
      {begun && (
        <Invitations invitations={page.invitations} units={page.units} mayPrepare={page.can.prepare} />
      )}
    </div>
  );
}
