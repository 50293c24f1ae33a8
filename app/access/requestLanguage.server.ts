import { asLanguage, type Language, languages, preferredLanguage } from "~/i18n/language";
import { cookieValue } from "./cookieValue";

/** Name of the cookie that remembers the language somebody chose. */
export const languageCookie = "huishang_language";

/** What of a request tells its language. */
interface LanguageSource {
  url: string;
  headers: Pick<Headers, "get">;
}

/** `?lang=` before the remembered choice, before what the browser prefers, before Chinese. */
export function requestLanguage(request: LanguageSource): Language {
  return (
    asLanguage(new URL(request.url).searchParams.get("lang")) ??
    asLanguage(cookieValue(request.headers.get("Cookie"), languageCookie)) ??
    preferredLanguage(request.headers.get("Accept-Language")) ??
    languages[0]
  );
}
