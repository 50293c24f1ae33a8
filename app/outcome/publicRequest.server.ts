import type { AppLoadContext, HeadersFunction } from "@remix-run/node";

/** What every public page needs besides its content. */
export interface PublicPageData {
  district: string;
  now: string;
}

/** What the frame of a public page shows. */
export function publicPage(context: AppLoadContext, now: string): PublicPageData {
  return { district: context.district as string, now };
}

/**
 * Public pages may be kept by everybody who asks each time whether they still hold: what is withdrawn is gone at once.
 * They differ by language only and set no cookie.
 */
export const publicHeaders: HeadersFunction = () => ({
  "Cache-Control": "public, no-cache",
  Vary: "Accept-Language, Cookie",
});
