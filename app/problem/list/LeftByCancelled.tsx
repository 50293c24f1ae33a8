import { writtenMonth } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { Notice } from "~/ui/Notice";

/** Says of the list of a cancelled day what becomes of its problems, and puts them on the next list. */
export function LeftByCancelled({ left }: { left: { count: number; month: string | null } }) {
  const { t, i18n } = useTranslation();
  const { count } = left;
  if (count === 0 || left.month === null)
    return (
      <Notice title={t("plan.stage.cancelled")}>
        <p>{t("planning.rearrange.wait")}</p>
      </Notice>
    );
  const month = writtenMonth(left.month, i18n.language, true);
  return (
    <Notice title={t("plan.stage.cancelled")}>
      <p>{t("planning.rearrange.problems", { month })}</p>
      <ConfirmButton
        variant="primary"
        label={t("planning.rearrange.carry", { month })}
        consequence={<p>{t("planning.rearrange.carryText", { count })}</p>}
        action=""
        name="intent"
        value="carry"
      />
    </Notice>
  );
}
