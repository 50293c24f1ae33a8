import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { problemAddress } from "~/address/problems";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import type { Outcome } from "~/meeting/conduct/topic";
import type { Topic } from "~/record/document/record";
import { StateTag, type Tone } from "~/ui/StateTag";
import { useFacts } from "./RoomFacts";

/** How an outcome looks; the word says the rest. */
export const outcomeTone: Record<Outcome, Tone> = {
  passed: "good",
  passedInPrinciple: "info",
  notPassed: "bad",
  other: "neutral",
  deferred: "warn",
};

/** Number and title of a topic, and what is known of it. */
export function TopicHeading({ topic, ordinal }: { topic: Topic; ordinal: number }) {
  const { t } = useTranslation();
  const { outcomes, lookBack, slug, deferredFrom } = useFacts();
  const nameOf = useMeetingName();
  const from = deferredFrom[topic.id];
  const outcome = outcomes.find((one) => one.topicId === topic.id)?.outcome;
  const { stated, total, complete } = lookBack;
  return (
    <div className="topic-heading">
      <h2>
        <span className="topic-number num">{ordinal}</span>
        {topic.title || t("room.untitled")}
      </h2>
      <p className="topic-facts">
        {topic.kind !== "topic" && <span>{t(`room.kind.${topic.kind}`)}</span>}
        {topic.presenter && <span>{t("room.presenter", { name: topic.presenter })}</span>}
        {topic.problemNumber && (
          <Link className="num" to={problemAddress(topic.problemNumber)}>
            {topic.problemNumber}
          </Link>
        )}
        {topic.minutesAllotted !== null && (
          <span className="num">{t("room.minutes", { minutes: topic.minutesAllotted })}</span>
        )}
        {from && <StateTag tone="info">{t("room.deferredFrom", { name: nameOf(from) })}</StateTag>}
        {outcome && <StateTag tone={outcomeTone[outcome]}>{t(`room.outcome.${outcome}`)}</StateTag>}
        {topic.kind === "lookBack" && total > 0 && (
          <Link to={meetingAddress({ slug }, "look-back")}>
            {complete ? t("room.lookBack.done", { total }) : t("room.lookBack.open", { stated, total })}
          </Link>
        )}
      </p>
    </div>
  );
}
