import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";

/** The words of the paper, which is Chinese whatever language its page is read in. */
export const paperTexts = createTranslate("zh-CN", texts["zh-CN"]);
