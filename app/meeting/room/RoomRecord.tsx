import type { Editor } from "@tiptap/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { listTopics, readSession } from "~/record/document/record";
import { TopicToolbar } from "~/record/editor/TopicToolbar";
import { useLive, useRecord } from "~/record/live/LiveRecord";
import { TopicSection } from "./TopicSection";
import type { OpenTopic } from "./useOpenTopic";

/** Props of {@link RoomRecord}. */
export interface RoomRecordProps {
  open: OpenTopic;
  editor: Editor | null;
  onEditor: (editor: Editor | null) => void;
  onResolve: () => void;
  /** Opens what is at hand on the open topic, or closes it. */
  onMaterials: () => void;
}

// Whoever pressed into the words is already looking at them; and a phone's page begins at its head.
function useInView({ id, begin }: OpenTopic) {
  const pressed = typeof begin === "object" && begin !== null;
  const first = useRef(true);
  useEffect(() => {
    const arrives = first.current && !window.matchMedia("(min-width: 64rem)").matches;
    first.current = false;
    if (id && !pressed && !arrives)
      document.getElementById(`topic-${id}`)?.scrollIntoView({ block: "start" });
  }, [id, pressed]);
}

/** The record of the day: every topic with its notes, the open one with its editor. */
export function RoomRecord({ open, editor, onEditor, onResolve, onMaterials }: RoomRecordProps) {
  const { writes } = useLive();
  const { t } = useTranslation();
  const topics = useRecord("topics", (document) => listTopics(document));
  const { currentTopicId } = useRecord("session", readSession);
  useInView(open);
  return (
    <>
      <div className="record-top">{writes && <TopicToolbar editor={editor} onResolve={onResolve} />}</div>
      <div className="sheet">
        {topics.length === 0 && <p className="muted">{t("room.noTopics")}</p>}
        {topics.map((topic, at) => (
          <TopicSection
            key={topic.id}
            topic={topic}
            ordinal={at + 1}
            isOpen={topic.id === open.id}
            isCurrent={topic.id === currentTopicId}
            begin={topic.id === open.id ? open.begin : null}
            onOpen={open.to}
            onEditor={onEditor}
            onMaterials={onMaterials}
          />
        ))}
      </div>
    </>
  );
}
