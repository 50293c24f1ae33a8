import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { offeredClasses } from "~/meeting/conduct/attendance";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import type { ProposedLine } from "./invitationsOfDay.server";

function Proposed({ line, at }: { line: ProposedLine; at: number }) {
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
      <select
        className="input select select-auto"
        name={`proposed[${at}].invitation`}
        defaultValue={line.invitation}
        aria-label={t("session.invite.classOf", { name })}
      >
        {offeredClasses.map((one) => (
          <option key={one} value={one}>
            {t(`session.invitation.${one}`)}
          </option>
        ))}
      </select>
      <span className="muted small">
        {line.because.length > 0 ? line.because.join(t("session.comma")) : t("session.invite.openTasks")}
      </span>
    </li>
  );
}

/** Units that the topics name and that are not called yet: all chosen, each can be left out or called otherwise. */
export function ProposedInvitations({ proposed }: { proposed: readonly ProposedLine[] }) {
  const { t } = useTranslation();
  return (
    <OnceForm className="stack no-print" preventScrollReset>
      <h3>{t("session.invite.proposed")}</h3>
      <p className="field-hint">{t("session.invite.proposedText")}</p>
      <ul className="divided">
        {proposed.map((line, at) => (
          <Proposed key={line.unitId} line={line} at={at} />
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
