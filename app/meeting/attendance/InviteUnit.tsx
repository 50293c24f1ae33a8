import { type Name, named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { offeredClasses } from "~/meeting/conduct/attendance";
import { Button } from "~/ui/Button";
import { FoldForm } from "~/ui/form/FoldForm";
import { PlainSelect } from "~/ui/form/PlainSelect";
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
  return (
    <FoldForm
      label={t("session.invite.another")}
      hidden={{ intent: "invite" }}
      // One that is called already has a form of its own.
      isMine={({ unitId }) => unitId === undefined || !calledIds.has(unitId)}
      submit={<Button>{t("session.invite.submit")}</Button>}
    >
      <PlainSelect name="unitId" label={t("session.invite.unit")} options={options} required />
      <PlainSelect
        name="invitation"
        label={t("session.invite.class")}
        options={offeredClasses.map((value) => ({ value, label: t(`session.invitation.${value}`) }))}
        blank={null}
        defaultValue="assist"
      />
    </FoldForm>
  );
}
