import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import type { SimilarProblem } from "./similarProblems.server";

const most = 2;

/** The meetings that dealt with a similar problem and what they decided, the latest first. */
export function SimilarTopics({ topics }: Pick<SimilarProblem, "topics">) {
  const { t } = useTranslation();
  const meetingName = useMeetingName();
  return topics.slice(0, most).map(({ meeting, outcome }) => (
    <p key={meeting.slug} className="small">
      <Link to={meetingAddress(meeting, "agenda")}>{meetingName(meeting)}</Link>
      {outcome && <span className="muted"> · {t(`room.outcome.${outcome}`)}</span>}
    </p>
  ));
}
