import { meetingAddress } from "~/address/meetings";
import { named } from "~/i18n/language";
import { useMeetingName } from "~/i18n/meetingName";
import type { TextsUnder } from "~/i18n/textKey";
import { useTranslation } from "~/i18n/useTranslation";
import { type Crumb, PageHead, type PageHeadProps } from "~/ui/PageHead";
import { StageTag } from "./StageTag";
import type { ShownMeeting } from "./shownMeeting";

/** Props of {@link MeetingHead}. */
export interface MeetingHeadProps extends Pick<PageHeadProps, "next" | "actions"> {
  meeting: ShownMeeting;
  page: TextsUnder<"meeting.page">;
  /** Stands where otherwise it is said whose meeting it is, such as the number of its minutes. */
  number?: string;
  /** Pages between the meeting's own and this one. */
  below?: readonly Crumb[];
}

/** The head of a page of a meeting: what it is a page of, whose meeting that is and where it stands. */
export function MeetingHead({ meeting, page, number, below = [], next, actions }: MeetingHeadProps) {
  const { t } = useTranslation();
  const meetingName = useMeetingName();
  const host = useHostLine(meeting);
  return (
    <PageHead
      title={t(`meeting.page.${page}`, { meeting: meetingName(meeting) })}
      number={number ?? host}
      state={<StageTag stage={meeting.stage} />}
      crumbs={[{ label: meetingName(meeting), to: meetingAddress(meeting) }, ...below]}
      {...{ next, actions }}
    />
  );
}

/** Says whose meeting it is: held at a street as the plan has it, or called by a unit. */
export function useHostLine({ kind, host }: Pick<ShownMeeting, "kind" | "host">): string {
  const { t, i18n } = useTranslation();
  const name = named(host, i18n.language);
  return kind === "consultationDay" ? t("plan.day.host", { name }) : t("meeting.calledBy", { name });
}
