import { useId } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { DraftInput } from "~/meeting/field/FieldInRecord";
import { setTopicField, type Topic } from "~/record/document/record";
import { useLive } from "~/record/live/LiveRecord";

/** Title, presenter and minutes of a topic, changed in place. */
export function TopicSettings({ topic }: { topic: Topic }) {
  const { document, undo } = useLive();
  const { t } = useTranslation();
  const id = useId();
  function setMinutes(written: string) {
    const minutes = written.trim() === "" ? null : Number(written);
    if (minutes === null || (Number.isInteger(minutes) && minutes >= 1 && minutes <= 600))
      setTopicField(document, topic.id, "minutesAllotted", minutes);
  }
  return (
    <div className="topic-settings">
      <label className="topic-settings-title" htmlFor={`${id}-title`}>
        <span>{t("room.topic.title")}</span>
        <DraftInput
          id={`${id}-title`}
          value={topic.title}
          maxLength={200}
          onCommit={(title) => {
            undo.step();
            setTopicField(document, topic.id, "title", title);
          }}
        />
      </label>
      <label htmlFor={`${id}-presenter`}>
        <span>{t("room.topic.presenter")}</span>
        <DraftInput
          id={`${id}-presenter`}
          value={topic.presenter}
          maxLength={100}
          onCommit={(presenter) => setTopicField(document, topic.id, "presenter", presenter)}
        />
      </label>
      <label htmlFor={`${id}-minutes`}>
        <span>{t("room.topic.minutes")}</span>
        <DraftInput
          id={`${id}-minutes`}
          type="number"
          min={1}
          max={600}
          value={topic.minutesAllotted === null ? "" : String(topic.minutesAllotted)}
          onCommit={setMinutes}
        />
      </label>
    </div>
  );
}
