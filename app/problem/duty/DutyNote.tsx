import { Link } from "@remix-run/react";
import { dutyAddress } from "~/address/units";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Shape } from "~/ui/Shape";
import type { Duty } from "~/unit/duty/duty";

/** What is shown of an item of a duty list beside a problem. */
export type ShownDuty = Pick<Duty, "ref" | "list" | "number" | "matter" | "unit">;

/** An item of a duty list with its list and number, linked to its page. */
export function DutyLink({ duty }: { duty: ShownDuty }) {
  const { t } = useTranslation();
  return (
    <>
      <Link to={dutyAddress(duty.ref)} target="_blank" rel="noreferrer">
        {t("duty.ref", { list: t(`duty.list.${duty.list}`), number: duty.number })}
      </Link>{" "}
      {duty.matter}
    </>
  );
}

/** Says what an item means for a problem: that the street does it itself, or may not be given it. */
export function DutyWarning({ duty }: { duty: ShownDuty }) {
  const { t, i18n } = useTranslation();
  if (duty.list !== "takenBack" && duty.list !== "basic") return null;
  const unit = duty.unit ? named(duty.unit.name, i18n.language) : t("duty.eachStreet");
  return (
    <p className="duty-warning">
      <Shape name="triangle" />
      <span>
        {duty.list === "takenBack" ? t("duty.proposal.takenBack", { unit }) : t("duty.proposal.basic")}
      </span>
    </p>
  );
}
