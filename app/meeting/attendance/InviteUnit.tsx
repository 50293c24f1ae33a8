import { useTranslation } from "~/i18n/useTranslation";
import { askedFor } from "~/meeting/conduct/attendance";
import type { InvitationClass } from "~/meeting/kind/invitation";
import { Button } from "~/ui/Button";
import { FoldForm } from "~/ui/form/FoldForm";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { PlainUnitBox } from "~/unit/typing/UnitBox";
import type { UnitChoice } from "~/unit/typing/unitMatch";
import type { InvitationLine } from "./invitationsOf.server";

/** Props of {@link InviteUnit}. */
export interface InviteUnitProps {
  called: readonly InvitationLine[];
  units: readonly UnitChoice[];
  /** How strongly units may be called, the usual way first. */
  classes: readonly InvitationClass[];
}

/** Calls one unit that no topic names. */
export function InviteUnit({ called, units, classes }: InviteUnitProps) {
  const { t } = useTranslation();
  const calledIds = new Set(called.map((line) => line.unitId));
  const others = units.filter((unit) => !calledIds.has(unit.id));
  return (
    <FoldForm
      label={t("session.invite.another")}
      hidden={{ intent: "invite" }}
      // One that is called already has a form of its own.
      isMine={({ unitId }) => unitId === undefined || !calledIds.has(unitId)}
      submit={<Button>{t("session.invite.submit")}</Button>}
    >
      <PlainUnitBox name="unitId" label={t("session.invite.unit")} units={others} required />
      <PlainSelect
        name="invitation"
        label={t("session.invite.class")}
        options={classes.map((value) => ({ value, label: t(`session.invitation.${value}`) }))}
        blank={null}
        defaultValue={classes.includes("assist") ? "assist" : classes[0]}
      />
      <PlainSelect
        name="asksFor"
        label={t("reply.whom")}
        options={askedFor.map((value) => ({ value, label: t(`reply.asksFor.${value}`) }))}
        blank={null}
        defaultValue="anybody"
      />
    </FoldForm>
  );
}
