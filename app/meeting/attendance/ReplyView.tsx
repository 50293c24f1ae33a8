import type { FormAnswer } from "~/access/formAnswer";
import { meetingAddress } from "~/address/meetings";
import { instantOf } from "~/calendar/day";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { AttendanceTag } from "~/meeting/conduct/AttendanceTag";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { placeOf } from "~/meeting/conduct/placeOf";
import { Reason } from "~/meeting/conduct/Reason";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import type { NextStep } from "~/ui/PageHead";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { TypedProvider } from "~/ui/typed";
import { Words } from "~/ui/Words";
import { mostDelegates } from "./answer";
import { DelegateFields } from "./DelegateFields";
import { PersonFacts } from "./PersonFacts";
import type { ReplyPage } from "./showReply.server";
import "./reply.css";

function useNext({ invitation, people, mayAnswer, replyBy, now }: ReplyPage): NextStep | undefined {
  const { t, i18n } = useTranslation();
  if (!mayAnswer || people.length > 0 || invitation.state === "declined") return undefined;
  const who = named(invitation.unit, i18n.language);
  return { what: t("reply.next"), who, by: <DateText value={replyBy} now={now} withDistance /> };
}

function Facts({ page }: { page: ReplyPage }) {
  const { t, i18n } = useTranslation();
  const { meeting, now, invitation, because, chair, replyBy } = page;
  const { date, startsAt } = meeting;
  return (
    <dl className="facts">
      <div>
        <dt>{t("meeting.index.time")}</dt>
        <dd>
          <DateText value={startsAt ? instantOf(date, startsAt) : date} now={now} withTime withDistance />
        </dd>
      </div>
      <div>
        <dt>{t("meeting.index.place")}</dt>
        <dd>{placeOf(meeting, i18n.language) || t("meeting.index.notSaid")}</dd>
      </div>
      {chair && (
        <div>
          <dt>{t("meeting.index.chair")}</dt>
          <dd>{named(chair, i18n.language)}</dd>
        </div>
      )}
      <div>
        <dt>{t("session.invite.class")}</dt>
        <dd>
          {t(`session.invitation.${invitation.class}`)}
          {invitation.asksFor === "head" && t("session.comma") + t("reply.asksFor.head")}
        </dd>
      </div>
      {because.length > 0 && (
        <div>
          <dt>{t("session.invite.because")}</dt>
          <dd>
            {because.map((title) => (
              <p key={title}>
                <Words text={title} />
              </p>
            ))}
          </dd>
        </div>
      )}
      <div>
        <dt>{t("reply.by")}</dt>
        <dd>
          <DateText value={replyBy} now={now} withDistance />
        </dd>
      </div>
    </dl>
  );
}

function Answered({ page }: { page: ReplyPage }) {
  const { t } = useTranslation();
  const { invitation, people, now } = page;
  if (!invitation.answeredAt) return null;
  return (
    <section className="section stack-tight">
      <h2>{t("reply.answered")}</h2>
      <p className="cluster">
        {invitation.state === "declined" && <AttendanceTag state={invitation.state} />}
        <span className="muted">
          <DateText value={invitation.answeredAt} now={now} withTime />
        </span>
      </p>
      {invitation.reason && <p>{invitation.reason}</p>}
      {invitation.state !== "declined" && (
        <ul className="divided">
          {people.map((one) => (
            <li key={one.personName}>
              <strong>{one.personName}</strong>{" "}
              <PersonFacts title={one.personTitle} insteadOf={one.insteadOf} />
              {one.insteadReason && <span className="muted small"> {one.insteadReason}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Slip({ page, answer }: { page: ReplyPage; answer?: FormAnswer }) {
  const { t } = useTranslation();
  const { invitation, people } = page;
  const shown = Math.min(mostDelegates, people.length + 2);
  const typed = answer?.refusal && answer.typed?.intent === "reply" ? answer.typed : {};
  return (
    <section className="section stack">
      <h2>{people.length > 0 ? t("reply.change") : t("reply.title")}</h2>
      <p className="field-hint">{t("reply.text")}</p>
      <OnceForm className="stack">
        <input type="hidden" name="attendanceId" value={invitation.id} />
        <TypedProvider value={typed}>
          {Array.from({ length: shown }, (_, at) => (
            <DelegateFields key={String(at)} at={at} person={people[at]} asksFor={invitation.asksFor} />
          ))}
        </TypedProvider>
        <div className="form-actions">
          <Button variant="primary" name="intent" value="reply">
            {t("reply.submit")}
          </Button>
        </div>
      </OnceForm>
      {invitation.state !== "declined" && (
        <ConfirmButton
          size="small"
          variant="quiet"
          label={t("session.invite.decline")}
          consequence={<p>{t("session.invite.declineText")}</p>}
          action=""
          name="intent"
          value="decline"
          hidden={{ attendanceId: invitation.id }}
        >
          <Reason id="decline" />
        </ConfirmButton>
      )}
    </section>
  );
}

/** The slip by which a unit says who comes to a meeting, or that nobody can; the office fills it in for others too. */
export function ReplyView({ page, answer }: { page: ReplyPage; answer?: FormAnswer }) {
  const { t, i18n } = useTranslation();
  const refusal = answer?.refusal;
  const unit = named(page.invitation.unit, i18n.language);
  return (
    <div className="stack">
      <MeetingHead
        meeting={page.meeting}
        page="reply"
        number={unit}
        next={useNext(page)}
        actions={
          <ButtonLink to={meetingAddress(page.meeting, "papers/notice")}>{t("papers.notice")}</ButtonLink>
        }
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      {page.onBehalf && <Notice>{t("reply.onBehalf", { name: unit })}</Notice>}
      <div className="with-aside">
        <div className="stack">
          <Answered page={page} />
          {page.mayAnswer ? (
            <Slip page={page} answer={answer} />
          ) : (
            <p className="muted">{t("reply.closed")}</p>
          )}
        </div>
        <Facts page={page} />
      </div>
    </div>
  );
}
