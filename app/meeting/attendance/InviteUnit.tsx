import { Form } from "@remix-run/react";
import { type Name, named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { InvitationClass } from "~/meeting/kind/invitation";
import { Button } from "~/ui/Button";
import { Choices } from "~/ui/form/SelectField";
import { useRefusedForm } from "~/ui/typed";
import type { UnitKind } from "~/unit/unit";
import type { InvitationLine } from "./invitationsOf.server";

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
  /** How strongly units may be called, the usual way first. */
  classes: readonly InvitationClass[];
}

/** Calls one unit that no topic names. */
export function InviteUnit({ called, units, classes }: InviteUnitProps) {
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
      <Form method="post" className="fold-form fold-body" preventScrollReset key={options.length}>
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
            defaultValue={refused?.typed.invitation ?? (classes.includes("assist") ? "assist" : classes[0])}
          >
            {classes.map((one) => (
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
      </Form>
    </details>
  );
}
