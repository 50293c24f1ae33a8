import { Link } from "@remix-run/react";
import { meetingAddress, topicLibraryAddress } from "~/address/meetings";
import { screeningAddress } from "~/address/problems";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { Invitations } from "~/meeting/attendance/Invitations";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { calledDoer } from "~/meeting/kind/doer";
import { kindOf } from "~/meeting/kind/kind";
import { OpenSession } from "~/meeting/stage/OpenSession";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import type { NextStep } from "~/ui/PageHead";
import { PrintButton } from "~/ui/PrintButton";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { AddTopic } from "./AddTopic";
import { AgendaApproval } from "./AgendaApproval";
import { AgendaList } from "./AgendaList";
import { PublishAgenda } from "./AgendaSteps";
import { ProposalsDecided, ProposalsWaiting } from "./Proposals";
import type { AgendaPage } from "./showAgenda.server";
import { TakenOff } from "./TakenOff";
import "./agenda.css";

function useNext({
  meeting: day,
  undecided,
  published,
  approval,
  invitations,
  now,
}: AgendaPage): NextStep | undefined {
  const { t } = useTranslation();
  const by = <DateText value={day.approveBy} now={now} withDistance />;
  if (day.stage === "screening")
    return undecided > 0
      ? { what: t("session.agenda.decideFirst", { count: undecided }), who: t("meeting.who.office"), by }
      : { what: t("meeting.next.startAgenda"), who: t("meeting.who.office"), by };
  if (day.stage !== "agenda") return undefined;
  const { publishesAgenda } = kindOf(day);
  const organiser = t(`meeting.who.${calledDoer(day, "organiser")}`);
  if (publishesAgenda && invitations.called.length <= 1)
    return { what: t("meeting.next.inviteUnits"), who: organiser, by };
  if (publishesAgenda && !published?.asNow && approval?.standing === "asked")
    return { what: t("meeting.next.approveAgenda"), who: t("meeting.who.chair"), by };
  if (publishesAgenda && !published?.asNow && approval && approval.standing !== "approved" && day.chaired)
    return { what: t("meeting.next.askAgendaApproval"), who: organiser, by };
  if (publishesAgenda && !published?.asNow)
    return { what: t("meeting.next.publishAgenda"), who: organiser, by };
  const on = <DateText value={day.date} now={now} withDistance />;
  const who = t(`meeting.who.${calledDoer(day, "organiserAndChair")}`);
  return { what: t("meeting.next.openSession"), who, by: on };
}

function Actions({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  const { slug } = page.meeting;
  if (page.lines.length === 0) return null;
  return (
    <>
      {page.can.publish && <PublishAgenda page={page} />}
      {page.can.open && (
        <OpenSession page={page} isNext={page.published?.asNow ?? !kindOf(page.meeting).publishesAgenda} />
      )}
      <ButtonLink variant="quiet" to={meetingAddress({ slug }, "papers/plan")}>
        {t("papers.plan")}
      </ButtonLink>
      <ButtonLink to={meetingAddress({ slug }, "opinions")}>{t("opinion.title")}</ButtonLink>
      <ButtonLink to={meetingAddress({ slug }, "room")}>{t("session.toRoom")}</ButtonLink>
      <PrintButton />
    </>
  );
}

function NotYet({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  const { slug } = page.meeting;
  const toScreening = <ButtonLink to={screeningAddress(slug)}>{t("session.agenda.toScreening")}</ButtonLink>;
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
  const { published, meeting, now } = page;
  if (!published)
    return (
      <p className="muted">
        {t("session.agenda.notPublished")} {t("session.agenda.approveBy")}{" "}
        <DateText value={meeting.approveBy} now={now} />
      </p>
    );
  return (
    <>
      <p className="muted">
        {t("session.agenda.published")} <DateText value={published.at} now={now} withTime />
      </p>
      {!published.asNow && meeting.stage === "agenda" && <Notice>{t("session.agenda.changedSince")}</Notice>}
    </>
  );
}

function Agenda({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  const { limit, length } = page;
  return (
    <section className="section stack">
      <h2>{t("session.agenda.list")}</h2>
      <div className="cluster spread">
        <p>
          {t("session.agenda.sum", { count: page.lines.length, ...length })}{" "}
          {length.minutes > length.planned ? (
            <strong className="agenda-over">
              {t("agenda.time.over", { minutes: length.minutes - length.planned })}
            </strong>
          ) : (
            t("agenda.time.left", { minutes: length.planned - length.minutes })
          )}
          {limit.count > limit.most && (
            <strong className="agenda-over">{t("session.agenda.over", { ...limit })}</strong>
          )}
        </p>
        {kindOf(page.meeting).publishesAgenda && <Published page={page} />}
      </div>
      {page.approval && <AgendaApproval page={page} approval={page.approval} />}
      {length.startsAt === "" && page.can.prepare && (
        <p className="muted small no-print">{t("agenda.time.noStart")}</p>
      )}
      <ProposalsWaiting page={page} />
      <AgendaList page={page} />
      {page.waiting !== null && page.waiting > 0 && (
        <p className="no-print">
          {t("agenda.library.waiting", { count: page.waiting })}{" "}
          <Link to={topicLibraryAddress}>{t("agenda.library.toLibrary")}</Link>
        </p>
      )}
      {page.can.prepare && <AddTopic />}
      <TakenOff page={page} />
      <ProposalsDecided page={page} />
    </section>
  );
}

/** The agenda of a day: its entries in order, and who is called to it. */
export function AgendaView({ page, refusal }: { page: AgendaPage; refusal?: Refusal }) {
  const begun = page.lines.length > 0;
  return (
    <div className="stack">
      <MeetingHead
        meeting={page.meeting}
        page="agenda"
        next={useNext(page)}
        actions={<Actions page={page} />}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      {begun ? <Agenda page={page} /> : <NotYet page={page} />}
      {begun && (
        <Invitations
          meeting={page.meeting}
          now={page.now}
          invitations={page.invitations}
          units={page.units}
          classes={kindOf(page.meeting).invites}
          mayPrepare={page.can.prepare}
        />
      )}
    </div>
  );
}
