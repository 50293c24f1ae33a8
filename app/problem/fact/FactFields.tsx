import type { FieldMetadata } from "@conform-to/react";
import type { UnusualDays } from "~/calendar/unusualDays";
import { useDayOff } from "~/i18n/useDayOff";
import { useTranslation } from "~/i18n/useTranslation";
import { DateField } from "~/ui/form/DateField";
import { TextField } from "~/ui/form/TextField";
import { useTyped } from "./useTyped";

interface FactFieldsProps {
  households: FieldMetadata<string | number | null | undefined>;
  wishOn: FieldMetadata<string | null | undefined>;
  /** Holidays and make-up days of the time in which it can be done. */
  unusual: UnusualDays;
}

function WishField({ wishOn, unusual }: Omit<FactFieldsProps, "households">) {
  const { t } = useTranslation();
  const { box, value } = useTyped(wishOn.initialValue ?? "");
  const kind = useDayOff(value, unusual);
  return (
    <div ref={box}>
      <DateField field={wishOn} label={t("problem.field.wishOn")} hint={t("problem.hint.wishOn")} optional />
      <p className="small" role="status">
        {kind && t("problem.hint.wishDayOff", { kind })}
      </p>
    </div>
  );
}

/** How many households a problem affects, and by when they want it done; of a day off it is said that it is one. */
export function FactFields({ households, ...wish }: FactFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        field={households}
        type="number"
        inputMode="numeric"
        min={1}
        size="short"
        label={t("problem.field.households")}
        hint={t("problem.hint.households")}
        optional
      />
      <WishField {...wish} />
    </>
  );
}
