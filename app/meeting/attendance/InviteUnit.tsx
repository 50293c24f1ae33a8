import { type Name, named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { askedFor } from "~/meeting/conduct/attendance";
import type { InvitationClass } from "~/meeting/kind/invitation";
import { Button } from "~/ui/Button";
import { FoldForm } from "~/ui/form/FoldForm";
import { PlainSelect } from "~/ui/form/PlainSelect";
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
