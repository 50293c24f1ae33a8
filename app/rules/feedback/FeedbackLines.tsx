import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { problemAddress } from "~/address/problems";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { StateTag } from "~/ui/StateTag";
import type { ShownFeedback } from "./feedbackFor.server";

const problemNumber = /^[A-Z]{2,5}-\d{4}-\d{4,}$/;
const meetingName = /^(?:\d{4}-\d{2}|HS-\d{4}-\d{4,})$/;

/** The meeting or problem that somebody named, as a way to it where it reads like one. */
function About({ text }: { text: string }) {
  if (problemNumber.test(text)) return <Link to={problemAddress(text)}>{text}</Link>;
  if (meetingName.test(text)) return <Link to={meetingAddress({ slug: text })}>{text}</Link>;
  return <>{text}</>;
}

/** Who said what about a rule, when, about which meeting or problem, and what was answered. */
export function FeedbackLine({ line, now }: { line: ShownFeedback; now: string }) {
  const { t, i18n } = useTranslation();
  const { id, text, about, by, at, answer } = line;
  return (
    <div className="rule-said" id={`feedback-${id}`}>
      <p className="as-written">{text}</p>
      <p className="small muted">
        {t("ui.aside", { name: by.name, aside: named(by.unit, i18n.language) })}{" "}
        <DateText value={at} now={now} /> {about && <About text={about} />}
      </p>
      {answer ? (
        <p className="small">
          <StateTag tone={answer.decision === "takenUp" ? "good" : "neutral"}>
            {t(`rules.decision.${answer.decision}`)}
          </StateTag>{" "}
          {t("rules.feedback.answeredBy", { version: answer.version })}{" "}
          <span className="as-written">{answer.text}</span>
        </p>
      ) : (
        <p className="small">
          <StateTag tone="warn">{t("rules.feedback.open")}</StateTag>
        </p>
      )}
    </div>
  );
}

/** What was said about one rule, folded under their number. */
export function FeedbackLines({ lines, now }: { lines: readonly ShownFeedback[]; now: string }) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <details className="rule-feedback">
      <summary className="small">{t("rules.feedback.count", { count: lines.length })}</summary>
      {lines.map((line) => (
        <FeedbackLine key={line.id} line={line} now={now} />
      ))}
    </details>
  );
}
