import { useFacts } from "~/meeting/room/RoomFacts";
import { ScreenView } from "./ScreenView";

/** The screen as the record was last written down: without script, and while the live one is on its way. */
export function ScreenStill() {
  const { record } = useFacts();
  const topics = record?.topics.filter((topic) => !topic.withdrawn) ?? [];
  const current = topics.findIndex((topic) => topic.id === record?.session.currentTopicId);
  const at = Math.max(0, current);
  const topic = topics[at];
  return (
    <ScreenView
      topics={topics}
      at={at}
      note={topic?.notes ?? null}
      resolutions={(record?.resolutions ?? []).filter((one) => one.topicId === topic?.id && !one.withdrawn)}
    />
  );
}
