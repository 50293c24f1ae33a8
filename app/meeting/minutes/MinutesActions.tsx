import { meetingAddress } from "~/address/meetings";
import { minutesNumber } from "~/address/minutesAddress";
import { useTranslation } from "~/i18n/useTranslation";
import { Reason } from "~/meeting/conduct/Reason";
import { calledDoer } from "~/meeting/kind/doer";
import { ApprovalFields, useApprovalLabel } from "~/rules/ApprovalFields";
import { requestFor } from "~/rules/shownApproval";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { PrintButton } from "~/ui/PrintButton";
import type { MinutesPage } from "./showMinutes.server";

function Issue({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  const { amendment, resolutions: count, meeting: day } = page;
  const reopens = day.stage === "followedUp" && count > 0;
  const becomes = count > 0 ? t("amendment.completeText", { count }) : t("amendment.completeNone");
  const what = amendment
    ? [
        t("amendment.issueText", { minutes: minutesNumber(amendment.of) }),
        becomes,
        ...(reopens ? [t("amendment.issueReopens")] : []),
      ]
    : [count > 0 ? t("session.minutes.issueText", { count }) : t("session.minutes.issueNone")];
  return (
    <ConfirmButton
      variant="primary"
      label={t(amendment ? "amendment.issue" : "session.minutes.issue")}
      consequence={what.map((text) => <p key={text}>{text}</p>)}
      action=""
      name="intent"
      value="issue"
    />
  );
}

function Close() {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="primary"
      label={t("session.minutes.close")}
      consequence={<p>{t("session.minutes.closeText")}</p>}
      action=""
      name="intent"
      value="close"
    />
  );
}

function Reopen({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  const request = page.approvals && requestFor(page.approvals, "reopenSession");
  return (
    <ConfirmButton
      variant="secondary"
      label={t("session.minutes.reopen")}
      confirmLabel={useApprovalLabel(request ?? undefined, true)}
      consequence={<p>{t("session.minutes.reopenText")}</p>}
      action=""
      name="intent"
      value="reopen"
    >
      {page.approvals && <ApprovalFields approvals={page.approvals} request={request ?? undefined} />}
    </ConfirmButton>
  );
}

function Amend({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  const who = t(`meeting.who.${calledDoer(page.meeting, "organiserAndChair")}`);
  return (
    <ConfirmButton
      variant="secondary"
      label={t("amendment.begin")}
      consequence={<p>{t("amendment.beginText", { who })}</p>}
      action=""
      name="intent"
      value="amend"
    >
      <Reason id="amend-reason" hint={t("amendment.reasonHint")} />
    </ConfirmButton>
  );
}

function Drop() {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      label={t("amendment.drop")}
      consequence={<p>{t("amendment.dropText")}</p>}
      action=""
      name="intent"
      value="drop"
    >
      <Reason id="drop-reason" />
    </ConfirmButton>
  );
}

/** The file of the minutes shown; of a draft there is none. */
function File({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  const { issued, paper, meeting } = page;
  if (!issued || !paper) return null;
  return (
    // A file: the browser fetches it, not the router.
    <ButtonLink
      reloadDocument
      to={`${meetingAddress(meeting, "minutes.docx")}?number=${issued.year}-${issued.number}`}
    >
      {t("session.minutes.file")}
    </ButtonLink>
  );
}

/** What can be done about the minutes at this station, by this reader. */
export function MinutesActions({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  const { slug } = page.meeting;
  return (
    <>
      {page.can.issue && page.missing.length === 0 && <Issue page={page} />}
      {page.can.word && (
        <ButtonLink to={meetingAddress({ slug }, "minutes/edit")}>{t("wording.edit")}</ButtonLink>
      )}
      {page.can.close && <Close />}
      {page.can.reopen && <Reopen page={page} />}
      <File page={page} />
      {page.paper && (
        <ButtonLink to={meetingAddress({ slug }, "papers/division")}>{t("papers.division.link")}</ButtonLink>
      )}
      {(!page.issued || page.amendment) && (
        <ButtonLink to={meetingAddress({ slug }, "room")}>{t("session.toRoom")}</ButtonLink>
      )}
      <ButtonLink to={meetingAddress({ slug }, "history")}>{t("room.links.history")}</ButtonLink>
      <PrintButton />
      {page.can.amend && <Amend page={page} />}
      {page.can.drop && <Drop />}
    </>
  );
}
