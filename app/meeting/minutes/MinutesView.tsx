import { Link } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import { meetingAddress } from "~/address/meetings";
import { minutesNumber } from "~/address/minutesAddress";
import { Attachments } from "~/file/Attachments";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { calledDoer } from "~/meeting/kind/doer";
import { CheckText } from "~/meeting/wording/CheckText";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import type { NextStep } from "~/ui/PageHead";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { MinutesActions } from "./MinutesActions";
import { EarlierMinutes, OpenAmendment, ReplacedMinutes } from "./MinutesAmendment";
import { MissingList } from "./MissingList";
import { PaperSheet } from "./PaperSheet";
import type { MinutesPage } from "./showMinutes.server";
import "./minutes.css";

function useNext({ meeting: day, missing, now, amendment }: MinutesPage): NextStep | undefined {
  const { t } = useTranslation();
  const who = t(`meeting.who.${calledDoer(day, "organiserAndChair")}`);
  if (day.stage === "inSession")
    return {
      what: t("meeting.next.closeSession"),
      who,
      by: <DateText value={day.date} now={now} withDistance />,
    };
  if (day.stage !== "minutes" && !amendment) return undefined;
  if (missing.length > 0) return { what: t("session.minutes.mend", { count: missing.length }), who };
  return { what: t(amendment ? "meeting.next.finishAmendment" : "meeting.next.issueMinutes"), who };
}

function Issued({ page }: { page: MinutesPage }) {
  const { t, i18n } = useTranslation();
  const { issued, now } = page;
  if (!issued) return null;
  const post = named(issued.issuedBy.post, i18n.language);
  return (
    <dl className="facts minutes-facts no-print">
      <div>
        <dt>{t("session.minutes.issuedAt")}</dt>
        <dd>
          <DateText value={issued.issuedAt} now={now} withTime />
          {issued.issuedBy.name && ` · ${issued.issuedBy.name}`}
          {post && <span className="person-post">{post}</span>}
        </dd>
      </div>
      <div>
        <dt>{t("session.minutes.hash")}</dt>
        <dd>
          <CheckText slug={page.meeting.slug} issued={issued} />
        </dd>
      </div>
      {issued.ledgerHead && (
        <div>
          <dt>{t("session.minutes.ledgerHead", { sequence: issued.ledgerHead.sequence })}</dt>
          <dd className="minutes-hash">{issued.ledgerHead.hash}</dd>
        </div>
      )}
      <EarlierMinutes page={page} />
    </dl>
  );
}

function Remarks({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  const { leftOut, without } = page.remarks;
  if (leftOut.length === 0 && without.length === 0) return null;
  return (
    <Notice>
      {leftOut.length > 0 && (
        <p>
          {t("session.minutes.leftOut")} <TopicLinks page={page} topics={leftOut} />
        </p>
      )}
      {without.length > 0 && (
        <p>
          {t("session.minutes.without")} <TopicLinks page={page} topics={without} />
        </p>
      )}
    </Notice>
  );
}

/** Topics by name, each leading to where it is written. */
function TopicLinks(props: { page: MinutesPage; topics: MinutesPage["remarks"]["leftOut"] }) {
  const { t } = useTranslation();
  const { page, topics } = props;
  return topics.map(({ topicId, title }, at) => (
    <Fragment key={topicId}>
      {at > 0 && t("session.comma")}
      <Link to={meetingAddress(page.meeting, `room#topic-${topicId}`)}>{title || t("session.untitled")}</Link>
    </Fragment>
  ));
}

/** By whom each topic was decided, as it was kept then. */
function Quorums({ page: { quorums } }: { page: MinutesPage }) {
  const { t } = useTranslation();
  if (quorums.length === 0) return null;
  return (
    <>
      <h3>{t("session.minutes.quorums")}</h3>
      <ul className="divided">
        {quorums.map(({ topicId, title, ...counts }) => (
          <li key={topicId} className="cluster spread">
            <span>{title || t("session.untitled")}</span>
            <span>{t("session.quorum.count", counts)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Preparation({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  if (page.issued && !page.amendment) return null;
  return (
    <section className="section stack no-print" id="missing">
      <h2>{t(page.amendment ? "amendment.before" : "session.minutes.before")}</h2>
      <MissingList page={page} />
      <Remarks page={page} />
      <Quorums page={page} />
    </section>
  );
}

/** What stands behind the paper or waits to, with the way there. */
function Corrections({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  const { notes, corrections, meeting } = page;
  if (notes.length === 0 && corrections === null) return null;
  return (
    <Notice>
      {notes.length > 0 && (
        <p>
          <a href="#change-notes">{t("correction.note.count", { count: notes.length })}</a>
        </p>
      )}
      {corrections && (
        <p>
          <Link to={meetingAddress(meeting, "corrections")}>
            {corrections.waiting > 0
              ? t("correction.waitingCount", { count: corrections.waiting })
              : t("correction.open")}
          </Link>
        </p>
      )}
    </Notice>
  );
}

/** The minutes of a day as the paper looks; before they are issued, with everything that is missing. */
export function MinutesView(props: {
  page: MinutesPage;
  refusal?: Refusal;
  /** Whether the chair has signed off what stands there. */
  signOff?: ReactNode;
}) {
  const { page, refusal, signOff } = props;
  const { t } = useTranslation();
  const { issued, paper } = page;
  return (
    <div className="stack minutes-page">
      <MeetingHead
        meeting={page.meeting}
        page="minutes"
        number={issued ? minutesNumber(issued) : undefined}
        next={useNext(page)}
        actions={<MinutesActions page={page} />}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <ReplacedMinutes page={page} />
      <OpenAmendment page={page} />
      {paper ? <Preparation page={page} /> : null}
      {signOff}
      <Issued page={page} />
      <Corrections page={page} />
      {paper ? (
        <PaperSheet paper={paper} issued={issued} notes={page.notes} />
      ) : (
        <EmptyState title={t("session.minutes.none")}>{t("session.minutes.noneText")}</EmptyState>
      )}
      {paper && (
        <section className="section" id="files">
          <Attachments shown={page.files} now={page.now} heading={<h2>{t("file.title")}</h2>} folded />
        </section>
      )}
    </div>
  );
}
