import { useTranslation } from "~/i18n/useTranslation";
import { Reason } from "~/meeting/conduct/Reason";
import type { InvitationClass } from "~/meeting/kind/invitation";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { OnceForm } from "~/ui/OnceForm";
import { useTyped } from "~/ui/typed";
import { ClassSelect } from "./ClassSelect";
import type { InvitationLine } from "./invitationsOf.server";

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

interface ChangeProps {
  line: InvitationLine;
  /** What the kind of meeting offers. */
  classes: readonly InvitationClass[];
}

/** For the office: how strongly a unit is called, or not at all; and what it answered by telephone. */
export function ChangeInvitation({ line, classes }: ChangeProps) {
  const { t } = useTranslation();
  return (
    <details className="fold change-invitation">
      <summary className="btn btn-quiet btn-small">{t("session.invite.change")}</summary>
      <div className="fold-body cluster">
        <CallOtherwise line={line} classes={classes} />
        {line.mayAnswer && <AnswerInvitation line={line} />}
      </div>
    </details>
  );
}

function CallOtherwise({ line, classes }: ChangeProps) {
  const { t } = useTranslation();
  return (
    <OnceForm className="cluster" preventScrollReset>
      <input type="hidden" name="unitId" value={line.unitId} />
      <input type="hidden" name="attendanceId" value={line.id} />
      <ClassSelect
        className="input select select-auto"
        name="invitation"
        classes={classes}
        now={line.invitation}
        key={line.invitation}
        aria-label={t("session.invite.class")}
      />
      <Button size="small" name="intent" value="invite">
        {t("session.save")}
      </Button>
      <Button size="small" variant="quiet" name="intent" value="withdrawInvitation">
        {t("session.invite.withdraw")}
      </Button>
    </OnceForm>
  );
}
