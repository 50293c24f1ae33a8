import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "./DateText";
import type { Tone } from "./StateTag";

/** One thing that happened. */
export interface TimelineEntry {
  key: string;
  /** "YYYY-MM-DD" or an ISO instant. */
  at: string;
  /** What happened, in one sentence. */
  what: ReactNode;
  /** Who did it. */
  who?: ReactNode;
  /** Words given with it: a reason, a report, files. */
  body?: ReactNode;
  tone?: Tone;
}

/** Props of {@link Timeline}. */
export interface TimelineProps {
  /** In the order they are to be read. */
  entries: readonly TimelineEntry[];
  now: string;
  label?: string;
}

/** Everything that happened to one thing, in order of time. */
export function Timeline({ entries, now, label }: TimelineProps) {
  const { t } = useTranslation();
  return (
    <ol className="timeline" aria-label={label ?? t("ui.timeline.label")}>
      {entries.map(({ key, at, what, who, body, tone = "neutral" }) => (
        <li key={key} className={`tone-${tone}`}>
          <p className="timeline-when">
            <DateText value={at} now={now} withTime />
          </p>
          <div className="timeline-what">
            <p>
              {what}
              {who && <span className="timeline-who">{who}</span>}
            </p>
            {body && <div className="timeline-body">{body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
