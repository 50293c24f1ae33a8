import { writtenDay } from "~/calendar/writtenDate";
import type { Translate } from "~/i18n/textKey";
import type { Days } from "./need";
import { type Quantity, saidMoney } from "./resource";

/** Says an amount: 20人, 12万元. */
export function amountWords(t: Translate, language: string, { kind, amount, countedIn }: Quantity): string {
  if (kind === "money") {
    const { unit, number } = saidMoney(amount, language);
    return t(`resource.money.${unit}`, { number });
  }
  const number = new Intl.NumberFormat("en-GB").format(amount);
  return countedIn
    ? t("resource.pieces", { number, countedIn })
    : t(`resource.count.${kind}`, { count: amount, number });
}

/** Says from when until when something is needed, or can be had. */
export function daysWords(t: Translate, language: string, { from, until }: Days): string {
  const start = writtenDay(from, language);
  if (until === from) return start;
  return until === null
    ? t("resource.fromOn", { from: start })
    : t("resource.fromUntil", { from: start, until: writtenDay(until, language) });
}
