import { Link } from "@remix-run/react";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import type { NeedSubject } from "~/meeting/resource/shownResource";
import { Words } from "~/ui/Words";

/** What a need stands on: the problem, the task, or the topic whose resolution is being drafted. */
export function SubjectLink({ subject }: { subject: NeedSubject }) {
  const { t } = useTranslation();
  const meetingName = useMeetingName();
  const { on, number, title, meeting, to } = subject;
  return (
    <>
      <span className="muted">{t(`resource.on.${on}`)}</span>{" "}
      <Link to={to}>
        {number && <span className="num">{number} </span>}
        {title ? <Words text={title} /> : meeting && meetingName(meeting)}
      </Link>
    </>
  );
}
