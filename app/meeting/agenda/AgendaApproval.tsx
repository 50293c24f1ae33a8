import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { ApprovalStanding } from "~/meeting/approval/approvalStanding";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { OnceForm } from "~/ui/OnceForm";
import { Person } from "~/ui/Person";
import { StateTag, type Tone } from "~/ui/StateTag";
import { Words } from "~/ui/Words";
import type { AgendaPage } from "./showAgenda.server";
import type { ShownAgendaApproval } from "./shownApprovalOf.server";

const tones: Record<ApprovalStanding, Tone> = {
  none: "neutral",
  asked: "info",
  askedOther: "warn",
  approved: "good",
  takenBack: "warn",
  returned: "warn",
};

interface Props {
  page: AgendaPage;
  approval: ShownAgendaApproval;
}

/** 审定: whether the chair has approved the agenda as it stands, and what can be done about it. */
export function AgendaApproval({ page, approval }: Props) {
  const { t } = useTranslation();
  const { standing, can } = approval;
  return (
    <section className="agenda-approval stack" id="approval" aria-label={t("agenda.approval.title")}>
      <p className="cluster">
        <strong>{t("agenda.approval.title")}</strong>
        <StateTag tone={tones[standing]}>{t(`agenda.approval.standing.${standing}`)}</StateTag>
        <Said page={page} approval={approval} />
      </p>
      {standing === "returned" && approval.answered && (
        <p className="prose">
          <Words text={approval.answered.words} />
        </p>
      )}
      {(can.ask || can.answer) && (
        <div className="cluster no-print">
          {can.ask && <Ask />}
          {can.answer && <Answer approval={approval} />}
        </div>
      )}
    </section>
  );
}

function Said({ page, approval }: Props) {
  const { t, i18n } = useTranslation();
  const { standing, answered, askedAt, late } = approval;
  const { now } = page;
  if (standing === "none")
    return (
      <span className="muted">
        {t("session.agenda.approveBy")} <DateText value={page.meeting.approveBy} now={now} withDistance />
      </span>
    );
  if (standing === "asked" || standing === "askedOther")
    return (
      <span className="muted">
        {t("agenda.approval.askedAt")} {askedAt && <DateText value={askedAt} now={now} withTime />}
      </span>
    );
  if (!answered) return null;
  return (
    <span className="muted">
      <Person name={answered.name} post={named(answered.post, i18n.language)} />{" "}
      <DateText value={answered.at} now={now} withTime />
      {late && standing === "approved" && <> {t("agenda.approval.late")}</>}
      {standing === "approved" && (
        <>
          {" "}
          <span className="num" title={approval.sha256}>
            {t("agenda.approval.hash", { hash: approval.sha256.slice(0, 12) })}
          </span>
        </>
      )}
    </span>
  );
}

function Ask() {
  const { t } = useTranslation();
  return (
    <OnceForm preventScrollReset>
      <Button variant="primary" size="small" name="intent" value="askApproval">
        {t("agenda.approval.ask")}
      </Button>
    </OnceForm>
  );
}

function Answer({ approval }: { approval: ShownAgendaApproval }) {
  const { t } = useTranslation();
  const { sha256 } = approval;
  return (
    <>
      <OnceForm preventScrollReset>
        <input type="hidden" name="sha256" value={sha256} />
        <Button variant="primary" name="intent" value="approve">
          {t("agenda.approval.approve")}
        </Button>
      </OnceForm>
      <ConfirmButton
        variant="secondary"
        label={t("agenda.approval.return")}
        consequence={<p>{t("agenda.approval.returnText")}</p>}
        action=""
        name="intent"
        value="returnAgenda"
        hidden={{ sha256 }}
      >
        <PlainTextArea name="words" label={t("agenda.approval.words")} required maxLength={500} />
      </ConfirmButton>
    </>
  );
}
