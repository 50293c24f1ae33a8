import { type Name, named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { offeredClasses } from "~/meeting/conduct/attendance";
import { Button } from "~/ui/Button";
import { Choices } from "~/ui/form/SelectField";
import { OnceForm } from "~/ui/OnceForm";
import { useRefusedForm } from "~/ui/typed";
import type { UnitKind } from "~/unit/unit";
import type { InvitationLine } from "./invitationsOfDay.server";

/** A unit that can be called to a meeting. */
export interface InvitableUnit {
  id: string;
  kind: UnitKind;
  name: Name;
}

/** Props of {@link InviteUnit}. */
export interface InviteUnitProps {
  called: readonly InvitationLine[];
  units: readonly InvitableUnit[];
}

/** Calls one unit that no topic names. */
export function InviteUnit({ called, units }: InviteUnitProps) {
  const { t, i18n } = useTranslation();
  const calledIds = new Set(called.map((line) => line.unitId));
  const options = units
    .filter((unit) => !calledIds.has(unit.id))
    .map((unit) => ({
      value: unit.id,
      label: named(unit.name, i18n.language),
      group: t(`session.unitKind.${unit.kind}`),
    }));
  // One that is called already has a form of its own.
  const answered = useRefusedForm({ intent: "invite" });
  const refused = calledIds.has(answered?.typed.unitId ?? "") ? undefined : answered;
  return (
    <details className="fold no-print" open={refused && true}>
      <summary className="btn btn-secondary btn-small">{t("session.invite.another")}</summary>
      <OnceForm className="fold-form fold-body" preventScrollReset key={options.length}>
        <div className="field">
          <label className="field-label" htmlFor="invite-unit">
            {t("session.invite.unit")}
          </label>
          <select
            className="input select"
            id="invite-unit"
            name="unitId"
            defaultValue={refused?.typed.unitId}
            required
          >
            <option value="">{t("ui.choose")}</option>
            <Choices options={options} />
          </select>
        </div>
        <div className="field">
          <label className="field-label" htmlFor="invite-class">
            {t("session.invite.class")}
          </label>
          <select
            className="input select"
            id="invite-class"
            name="invitation"
            defaultValue={refused?.typed.invitation ?? "assist"}
          >
            {offeredClasses.map((one) => (
              <option key={one} value={one}>
                {t(`session.invitation.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="form-actions">
          <Button name="intent" value="invite">
            {t("session.invite.submit")}
          </Button>
        </div>
      </OnceForm>
    </details>
  );
}
