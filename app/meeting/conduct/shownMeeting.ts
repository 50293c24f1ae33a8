import type { Name } from "~/i18n/language";
import type { NamedMeeting } from "~/i18n/meetingName";
import { nameOfUnit } from "~/i18n/names";
import type { MeetingKind } from "~/meeting/kind/kind";
import type { Stage } from "~/meeting/kind/stage";

/** What the head of each of its pages says of a meeting. */
export interface ShownMeeting extends NamedMeeting {
  kind: MeetingKind;
  stage: Stage;
  host: Name;
}

type FoundMeeting = Omit<ShownMeeting, "host"> & { host: { nameZh: string; nameEn: string } };

/** Picks from a meeting what the heads of its pages say. */
export function shownMeeting({ slug, title, date, kind, stage, host }: FoundMeeting): ShownMeeting {
  return { slug, title, date, kind, stage, host: nameOfUnit(host) };
}
