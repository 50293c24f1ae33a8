import en from "./en";
import type { Language } from "./language";
import zhCN from "./zh-CN";

/** The texts of every language; the browser loads only its own. */
export const texts: Record<Language, object> = { "zh-CN": zhCN, en };
