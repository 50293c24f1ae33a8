import type { AppLoadContext, HeadersFunction } from "@remix-run/node";
import type { TFunction } from "i18next";
import { requestLanguage } from "~/i18n/request.server";
import { translator } from "~/i18n/translator.server";

/** What every public page needs besides its content. */
export interface PublicPageData {
  district: string;
  /** The head of the browser's window: the page, then the district. */
  title: string;
  now: string;
}

/** @param title names the page, in the language of the request */
export function publicPage(
  request: Request,
  context: AppLoadContext,
  now: string,
  title: (t: TFunction, language: string) => string,
): PublicPageData {
  const district = context.district as string;
  return { district, now, title: `${title(translator(request), requestLanguage(request))} · ${district}` };
}

/** Public pages may be kept by every cache for a minute; they differ by language only and set no cookie. */
export const publicHeaders: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=60, stale-while-revalidate=300",
  Vary: "Accept-Language, Cookie",
});
