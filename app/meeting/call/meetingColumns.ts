import { minutesNumber } from "~/address/minutesAddress";
import { type Name, named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import { kindOf, type MeetingKind } from "~/meeting/kind/kind";
import type { Stage } from "~/meeting/kind/stage";
import { dayValue, type TextColumn } from "~/workbook/tableSheet";

/** What the list of meetings says of one. */
interface MeetingLine {
  slug: string;
  title: string;
  organiser: { name: Name };
  date: string;
  kind: MeetingKind;
  stage: Stage;
  minutes: { year: number; number: number } | null;
}

/** The columns of the list of meetings. */
export function meetingColumns(t: Translate, language: string): TextColumn<MeetingLine>[] {
  return [
    { key: "number", head: t("meeting.list.number"), text: (one) => one.slug },
    { key: "name", head: t("meeting.list.name"), text: (one) => one.title, width: 40 },
    {
      key: "organiser",
      head: t("meeting.list.organiser"),
      text: (one) => named(one.organiser.name, language),
      width: 24,
    },
    { key: "date", head: t("meeting.list.date"), text: (one) => dayValue(one.date) },
    {
      key: "stage",
      head: t("meeting.list.stage"),
      text: (one) => (kindOf(one).isHeldHere ? t(`plan.stage.${one.stage}`) : t(`meeting.kind.${one.kind}`)),
    },
    {
      key: "minutes",
      head: t("meeting.list.minutes"),
      text: (one) => one.minutes && minutesNumber(one.minutes),
    },
  ];
}
