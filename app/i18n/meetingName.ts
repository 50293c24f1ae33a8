import { isNamedByMonth } from "~/address/meetings";
import { writtenDay, writtenMonth } from "~/calendar/writtenDate";
import type { Name } from "./language";
import type { Translate } from "./textKey";
import { useTranslation } from "./useTranslation";

/** What a meeting is called by: the columns of its row that its name is made of. */
export interface NamedMeeting {
  /** The month (YYYY-MM) of a consultation day; the number of any other meeting. */
  slug: string;
  title: string;
  /** YYYY-MM-DD. */
  date: string;
  /** Its kind, where it may be one that was taken over from an earlier ledger: then its name says so. */
  kind?: string;
}

/**
 * Names a meeting in one language: a consultation day by its month, any other by its title and its date, because the
 * meetings of a series have the same title. Of one that was taken over from an earlier ledger it says that.
 */
export function meetingName(
  { slug, title, date, kind }: NamedMeeting,
  t: Translate,
  language: string,
): string {
  if (isNamedByMonth(slug)) return t("meeting.name.month", { month: writtenMonth(slug, language, true) });
  if (kind === "takenOver") return t("meeting.name.takenOver", { title, date: writtenDay(date, language) });
  return t("meeting.name.dated", { title, date: writtenDay(date, language) });
}

/** Gives the function that names meetings in the language of the page. */
export function useMeetingName(): (meeting: NamedMeeting) => string {
  const { t, i18n } = useTranslation();
  return (meeting) => meetingName(meeting, t, i18n.language);
}

/** Names a meeting in both languages, given the translators of both. */
export function meetingInBoth(meeting: NamedMeeting, words: Record<keyof Name, Translate>): Name {
  return { zh: meetingName(meeting, words.zh, "zh-CN"), en: meetingName(meeting, words.en, "en") };
}
