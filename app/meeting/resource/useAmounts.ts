import { useTranslation } from "~/i18n/useTranslation";
import { amountWords, daysWords } from "./amountWords";
import type { Days } from "./need";
import type { Quantity, SuppliedKind } from "./resource";

/** How amounts, days and kinds are said in the language of the page. */
export function useAmounts() {
  const { t, i18n } = useTranslation();
  return {
    amount: (quantity: Quantity) => amountWords(t, i18n.language, quantity),
    days: (days: Days) => daysWords(t, i18n.language, days),
    kind: (kind: SuppliedKind) => t(`room.resource.${kind}`),
  };
}
