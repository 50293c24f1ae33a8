import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { amountWords, daysWords } from "./amountWords";
import type { ShownPromise } from "./shownResource";
import type { SlipPromise } from "./slip";

// A record is Chinese, in whatever language somebody reads its page.
const language = "zh-CN";
const t = createTranslate(language, texts[language]);

/** A promise as it is written into a slip: who gives how much, from when until when, and its number. */
export function slipPromise(promise: ShownPromise): SlipPromise {
  const { number, kind, unit, behalfOf } = promise;
  const giver = behalfOf ? t("resource.behalf", { unit: unit.zh, name: behalfOf }) : unit.zh;
  const words = t("resource.onSlip", {
    giver,
    amount: amountWords(t, language, promise),
    days: daysWords(t, language, promise),
    number,
  });
  return { number, kind, words };
}
