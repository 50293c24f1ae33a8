import { useTranslation } from "~/i18n/useTranslation";
import { listTopics } from "~/record/document/record";
import { useRecord } from "~/record/live/LiveRecord";
import type { OpenTopic } from "./useOpenTopic";

/** Says that the room is on another topic than this page, and leads there. */
export function RoomElsewhere({ open }: { open: OpenTopic }) {
  const { t } = useTranslation();
  const topics = useRecord("topics", (document) => listTopics(document));
  const at = topics.findIndex((topic) => topic.id === open.currentId);
  if (!open.currentId || at === -1 || open.currentId === open.id) return null;
  return (
    <p
      className="room-elsewhere"
      data-called={open.called ? "" : undefined}
      role={open.called ? "alert" : undefined}
    >
      <span>
        {t(open.called ? "room.called" : "room.elsewhere", { number: at + 1, title: topics[at]?.title })}
      </span>
      <button type="button" className="btn btn-quiet btn-small" onClick={open.follow}>
        {t("room.goThere")}
      </button>
    </p>
  );
}
