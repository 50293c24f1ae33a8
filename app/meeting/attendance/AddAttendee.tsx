import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { FoldForm } from "~/ui/form/FoldForm";
import { PlainText } from "~/ui/form/PlainText";
import { PlainUnitBox } from "~/unit/typing/UnitBox";
import type { RollCallPage } from "./showRollCall.server";

/** Somebody more who came, of a unit that was called or not. */
export function AddAttendee({ page }: { page: RollCallPage }) {
  const { t } = useTranslation();
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
      <PlainUnitBox name="unitId" label={t("session.invite.unit")} units={page.units} required />
      <PlainText name="personName" label={t("session.invite.person")} required maxLength={50} />
      {page.can.corrects && (
        <PlainText name="correction" label={t("session.roll.correction")} required maxLength={500} wide />
      )}
    </FoldForm>
  );
}
