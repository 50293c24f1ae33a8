import { parseCookie, stringifySetCookie } from "cookie";
import Negotiator from "negotiator";
import { asLanguage, type Language, languages } from "~/i18n/language";

const languageCookie = "huishang_language";

/** What of a request tells its language. */
interface LanguageSource {
  url: string;
  headers: Pick<Headers, "get">;
}

/** Chooses by `?lang=` before the remembered choice, before what the browser prefers, before Chinese. */
export function requestLanguage(request: LanguageSource): Language {
  return (
    asLanguage(new URL(request.url).searchParams.get("lang")) ??
    asLanguage(parseCookie(request.headers.get("Cookie") ?? "")[languageCookie]) ??
    preferredLanguage(request.headers.get("Accept-Language")) ??
    languages[0]
  );
}

/** Makes the Set-Cookie that remembers a chosen language for a year. */
export function rememberedLanguage(language: Language): string {
  const year = 365 * 24 * 60 * 60;
  return stringifySetCookie(languageCookie, language, { path: "/", maxAge: year, sameSite: "lax" });
}

// Whoever reads any Chinese or any English is served, whatever the region.
const offered: Record<string, Language> = { zh: "zh-CN", en: "en" };

function preferredLanguage(header: string | null): Language | undefined {
  const negotiator = new Negotiator({ headers: { "accept-language": header ?? "" } });
  const [preferred] = negotiator.languages(Object.keys(offered));
  return preferred === undefined ? undefined : offered[preferred];
}
