import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { withdrawalLimit } from "./publicationForm";
import type { TextToSee, TopicPublishing } from "./showPublishing.server";

/** Props of {@link LeftOutList}. */
export interface LeftOutListProps {
  text: TextToSee;
  topic: TopicPublishing;
  now: string;
}

/** What is left out of a text, why and since when, each with the act that puts it back. */
export function LeftOutList({ text, topic, now }: LeftOutListProps) {
  const { t } = useTranslation();
  const { left, takenDown } = text;
  const lines = takenDown ? [{ ...takenDown, start: 0, words: t("outcome.look.isDown") }] : left;
  if (lines.length === 0) return null;
  return (
    <ul className="left-out-list">
      {lines.map(({ id, start, words, reason, at }) => (
        <li key={`${id} ${start}`} className="cluster spread">
          <p className="small">
            {words}{" "}
            <span className="muted">
              <DateText value={at} now={now} /> {t("outcome.why")}
              {reason || t("outcome.left.person")}
            </span>
          </p>
          <ConfirmButton
            size="small"
            variant="quiet"
            label={t("outcome.look.putBack")}
            consequence={<p>{t("outcome.look.putBackText", { words })}</p>}
            action=""
            name="intent"
            value="putBack"
            hidden={{
              topicId: topic.id,
              version: String(topic.version),
              leftOutId: id,
              start: String(start),
            }}
          >
            <PlainTextArea
              name="reason"
              label={t("session.reason")}
              rows={2}
              maxLength={withdrawalLimit}
              required
            />
          </ConfirmButton>
        </li>
      ))}
    </ul>
  );
}
