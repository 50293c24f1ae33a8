import type { SerializeFrom } from "@remix-run/node";
import { meetingName, type NamedMeeting } from "~/i18n/meetingName";
import type { TextsUnder, Translate } from "~/i18n/textKey";

/** Names a page from what its loader gave, in the language of the page; undefined where it gave nothing. */
export type PageTitle = (data: unknown, t: Translate, language: string) => string | undefined;

/** What a route says about its page in its handle. */
export interface PageHandle {
  /** The page's own title; the district follows it in the head of the browser's window. */
  title?: PageTitle;
  /** Pages that want a script in the browser say so; public pages ship none. */
  script?: boolean;
}

/**
 * The `title` of a route's handle. A message key is not enough for most pages: their titles carry the month, the
 * number or the name that the loader found. A page whose loader or action failed has nothing to be named after.
 */
export function pageTitle<Loader>(
  name: (data: SerializeFrom<Loader>, t: Translate, language: string) => string,
): PageTitle {
  return (data, t, language) =>
    data === null || data === undefined ? undefined : name(data as SerializeFrom<Loader>, t, language);
}

/**
 * Makes the `title` of a route's handle for a page of a meeting.
 * @param of finds the meeting in what the loader gave; left out, it is given as `meeting`
 */
export function meetingTitle<Data = { meeting: NamedMeeting }>(
  page: TextsUnder<"meeting.page">,
  of: (data: Data) => NamedMeeting = (data) => (data as { meeting: NamedMeeting }).meeting,
): PageTitle {
  return (data, t, language) =>
    data === null || data === undefined
      ? undefined
      : t(`meeting.page.${page}`, { meeting: meetingName(of(data as Data), t, language) });
}
