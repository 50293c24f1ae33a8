import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { FoldForm } from "~/ui/form/FoldForm";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { PlainText } from "~/ui/form/PlainText";
import type { RollCallPage } from "./showRollCall.server";

/** Somebody more who came, of a unit that was called or not. */
export function AddAttendee({ page }: { page: RollCallPage }) {
  const { t, i18n } = useTranslation();
  const options = page.units.map((unit) => ({
    value: unit.id,
    label: named(unit.name, i18n.language),
    group: t(`session.unitKind.${unit.kind}`),
  }));
  return (
    <FoldForm
      label={t("session.roll.add")}
      hidden={{ intent: "add" }}
      submit={
        <>
          <Button name="state" value="present">
            {t("session.roll.addPresent")}
          </Button>
          <Button name="state" value="sittingIn">
            {t("session.roll.addSittingIn")}
          </Button>
        </>
      }
    >
      <PlainSelect name="unitId" label={t("session.invite.unit")} options={options} required />
      <PlainText name="personName" label={t("session.invite.person")} required maxLength={50} />
      {page.can.corrects && (
        <PlainText name="correction" label={t("session.roll.correction")} required maxLength={500} wide />
      )}
    </FoldForm>
  );
}
