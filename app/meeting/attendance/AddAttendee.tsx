import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { Choices } from "~/ui/form/SelectField";
import { OnceForm } from "~/ui/OnceForm";
import { useRefusedForm } from "~/ui/typed";
import type { RollCallPage } from "./showRollCall.server";

/** Somebody more who came, of a unit that was called or not. */
export function AddAttendee({ page }: { page: RollCallPage }) {
  const { t, i18n } = useTranslation();
  const options = page.units.map((unit) => ({
    value: unit.id,
    label: named(unit.name, i18n.language),
    group: t(`session.unitKind.${unit.kind}`),
  }));
  const refused = useRefusedForm({ intent: "add" });
  return (
    <details className="fold no-print" open={refused && true}>
      <summary className="btn btn-secondary btn-small">{t("session.roll.add")}</summary>
      <OnceForm className="fold-form fold-body" preventScrollReset key={page.lines.length}>
        <div className="field">
          <label className="field-label" htmlFor="add-unit">
            {t("session.invite.unit")}
          </label>
          <select
            className="input select"
            id="add-unit"
            name="unitId"
            defaultValue={refused?.typed.unitId}
            required
          >
            <option value="">{t("ui.choose")}</option>
            <Choices options={options} />
          </select>
        </div>
        <div className="field">
          <label className="field-label" htmlFor="add-person">
            {t("session.invite.person")}
          </label>
          <input
            className="input"
            id="add-person"
            name="personName"
            defaultValue={refused?.typed.personName}
            required
            maxLength={50}
          />
        </div>
        <input type="hidden" name="intent" value="add" />
        <div className="form-actions">
          <Button name="state" value="present">
            {t("session.roll.addPresent")}
          </Button>
          <Button name="state" value="sittingIn">
            {t("session.roll.addSittingIn")}
          </Button>
        </div>
      </OnceForm>
    </details>
  );
}
