import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { InvitationClass } from "~/meeting/kind/invitation";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import { ClassSelect } from "./ClassSelect";
import type { ProposedLine } from "./invitationsOf.server";

/** Props of {@link ProposedInvitations}. */
export interface ProposedInvitationsProps {
  proposed: readonly ProposedLine[];
  /** What the kind of meeting offers. */
  classes: readonly InvitationClass[];
}

type ProposedProps = Pick<ProposedInvitationsProps, "classes"> & { line: ProposedLine; at: number };

function Proposed({ line, at, classes }: ProposedProps) {
  const { t, i18n } = useTranslation();
  const name = named(line.unit, i18n.language);
  return (
    <li className="proposed">
      <div className="choice">
        <input
          type="checkbox"
          id={`unit-${line.unitId}`}
          name={`proposed[${at}].unitId`}
          value={line.unitId}
          defaultChecked
        />
        <label htmlFor={`unit-${line.unitId}`}>{name}</label>
      </div>
      <ClassSelect
        className="input select select-auto"
        name={`proposed[${at}].invitation`}
        classes={classes}
        now={line.invitation}
        aria-label={t("session.invite.classOf", { name })}
      />
      <span className="muted small">
        {line.because.length > 0 ? line.because.join(t("session.comma")) : t("session.invite.openTasks")}
      </span>
    </li>
  );
}

/** Units that the topics name and that are not called yet: all chosen, each can be left out or called otherwise. */
export function ProposedInvitations({ proposed, classes }: ProposedInvitationsProps) {
  const { t } = useTranslation();
  return (
    <OnceForm className="stack no-print" preventScrollReset>
      <h3>{t("session.invite.proposed")}</h3>
      <p className="field-hint">{t("session.invite.proposedText")}</p>
      <ul className="divided">
        {proposed.map((line, at) => (
          <Proposed key={line.unitId} line={line} at={at} classes={classes} />
        ))}
      </ul>
      <div className="form-actions">
        <Button variant="primary" name="intent" value="inviteProposed">
          {t("session.invite.inviteProposed")}
        </Button>
      </div>
    </OnceForm>
  );
}
