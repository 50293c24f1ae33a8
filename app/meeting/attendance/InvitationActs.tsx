import { useTranslation } from "~/i18n/useTranslation";
import { offeredClasses } from "~/meeting/conduct/attendance";
import { Reason } from "~/meeting/conduct/Reason";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { OnceForm } from "~/ui/OnceForm";
import { useTyped } from "~/ui/typed";
import type { InvitationLine } from "./invitationsOfDay.server";

function WhoComes({ line }: { line: InvitationLine }) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label className="field-label" htmlFor={`person-${line.id}`}>
        {t("session.invite.person")}
      </label>
      <input
        className="input input-medium"
        id={`person-${line.id}`}
        name="personName"
        defaultValue={useTyped("personName") ?? line.person}
        required
        maxLength={50}
      />
    </div>
  );
}

/** For the unit itself, or the office on its behalf: who will come, or that nobody can. */
export function AnswerInvitation({ line }: { line: InvitationLine }) {
  const { t } = useTranslation();
  return (
    <>
      <ConfirmButton
        size="small"
        variant="secondary"
        label={line.person ? t("session.invite.rename") : t("session.invite.name")}
        consequence={<p>{t("session.invite.nameText")}</p>}
        confirmLabel={t("session.save")}
        action=""
        name="intent"
        value="name"
        hidden={{ attendanceId: line.id }}
      >
        <WhoComes line={line} />
      </ConfirmButton>
      {line.state !== "declined" && (
        <ConfirmButton
          size="small"
          variant="quiet"
          label={t("session.invite.decline")}
          consequence={<p>{t("session.invite.declineText")}</p>}
          action=""
          name="intent"
          value="decline"
          hidden={{ attendanceId: line.id }}
        >
          <Reason id={`decline-${line.id}`} />
        </ConfirmButton>
      )}
    </>
  );
}

/** For the office: how strongly a unit is called, or not at all; and what it answered by telephone. */
export function ChangeInvitation({ line }: { line: InvitationLine }) {
  const { t } = useTranslation();
  return (
    <details className="fold change-invitation">
      <summary className="btn btn-quiet btn-small">{t("session.invite.change")}</summary>
      <div className="fold-body cluster">
        <CallOtherwise line={line} />
        {line.mayAnswer && <AnswerInvitation line={line} />}
      </div>
    </details>
  );
}

function CallOtherwise({ line }: { line: InvitationLine }) {
  const { t } = useTranslation();
  return (
    <OnceForm className="cluster" preventScrollReset>
      <input type="hidden" name="unitId" value={line.unitId} />
      <input type="hidden" name="attendanceId" value={line.id} />
      <select
        className="input select select-auto"
        name="invitation"
        defaultValue={line.invitation}
        key={line.invitation}
        aria-label={t("session.invite.class")}
      >
        {offeredClasses.map((one) => (
          <option key={one} value={one}>
            {t(`session.invitation.${one}`)}
          </option>
        ))}
      </select>
      <Button size="small" name="intent" value="invite">
        {t("session.save")}
      </Button>
      <Button size="small" variant="quiet" name="intent" value="withdrawInvitation">
        {t("session.invite.withdraw")}
      </Button>
    </OnceForm>
  );
}
