import { Link } from "@remix-run/react";
import type { Editor } from "@tiptap/core";
import { type MouseEvent, memo, useState } from "react";
import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { FoldedOpinions } from "~/meeting/opinion/OpinionLines";
import { ResolutionLines } from "~/meeting/room/slip/ResolutionLines";
import { listResolutions, readNotes, type Topic } from "~/record/document/record";
import { isEmptyNote, ReadOnlyNotes } from "~/record/editor/ReadOnlyNotes";
import { type PagePoint, TopicEditor } from "~/record/editor/TopicEditor";
import { useLive, useRecord } from "~/record/live/LiveRecord";
import { Button, buttonClass } from "~/ui/Button";
import { useFacts } from "./RoomFacts";
import { TopicHeading } from "./TopicHeading";
import { TopicSettings } from "./TopicSettings";
import { useMayPropose, useMayWrite } from "./useMayWrite";

function Notes({ topicId, writes }: { topicId: string; writes: boolean }) {
  const { t } = useTranslation();
  const note = useRecord(`notes/${topicId}`, (document) => readNotes(document, topicId));
  if (!isEmptyNote(note)) return <ReadOnlyNotes note={note} />;
  return <p className="notes notes-empty">{writes ? t("room.notes.begin") : t("room.notes.none")}</p>;
}

function Resolved({ topicId }: { topicId: string }) {
  const resolutions = useRecord("resolutions", (document) => listResolutions(document, topicId), topicId);
  return <ResolutionLines resolutions={resolutions} />;
}

/** Props of {@link TopicSection}. */
export interface TopicSectionProps {
  topic: Topic;
  ordinal: number;
  isOpen: boolean;
  isCurrent: boolean;
  /** Where writing begins when the section has just been opened by pressing into it. */
  begin: PagePoint | "end" | null;
  onOpen: (id: string, begin?: PagePoint | "end") => void;
  onEditor: (editor: Editor | null) => void;
  onMaterials: () => void;
}

function MaterialsButton({ onPress }: { onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <Button type="button" variant="quiet" size="small" className="topic-materials" onClick={onPress}>
      {t("room.pane.materials")} <kbd>M</kbd>
    </Button>
  );
}

// A press that selects words, or follows a link, does not ask to write.
function pressedAt(event: MouseEvent): PagePoint | null {
  const selects = !(window.getSelection()?.isCollapsed ?? true);
  if (selects || (event.target as Element).closest("a, button, input")) return null;
  return { x: event.clientX, y: event.clientY };
}

/** One topic of the record: being written when it is open, read otherwise. */
export const TopicSection = memo(function TopicSection(props: TopicSectionProps) {
  const { topic, ordinal, isOpen, isCurrent, begin, onOpen, onEditor, onMaterials } = props;
  const { writes } = useLive();
  const { t } = useTranslation();
  const [settings, setSettings] = useState(false);
  const { slug, writing, opinions, date } = useFacts();
  const elsewhere = writing.elsewhereTopicIds.includes(topic.id);
  const edits = isOpen && writes && !elsewhere;
  const words = useMayWrite()({ kind: "topic", topicId: topic.id });
  const proposes = useMayPropose();
  return (
    <article
      className="topic"
      id={`topic-${topic.id}`}
      data-open={isOpen ? "" : undefined}
      data-current={isCurrent ? "" : undefined}
    >
      <header className="topic-head">
        <TopicHeading topic={topic} ordinal={ordinal} />
        {isOpen && !writes && (
          <span className="topic-acts">
            <MaterialsButton onPress={onMaterials} />
          </span>
        )}
        {writes && (
          <span className="topic-acts">
            {isOpen && <MaterialsButton onPress={onMaterials} />}
            {edits && words && (
              <Button
                type="button"
                variant="quiet"
                size="small"
                aria-expanded={settings}
                onClick={() => setSettings(!settings)}
              >
                {t("room.topic.change")}
              </Button>
            )}
            {edits && proposes && (
              <Link
                className={buttonClass("quiet", "small")}
                to={meetingAddress({ slug }, `agenda?propose=${topic.id}#topic-${topic.id}`)}
              >
                {t("proposal.open")}
              </Link>
            )}
            {!edits && !elsewhere && (
              <Button type="button" variant="quiet" size="small" onClick={() => onOpen(topic.id, "end")}>
                {t("room.topic.write")}
              </Button>
            )}
          </span>
        )}
      </header>
      <FoldedOpinions
        slug={slug}
        opinions={opinions.filter(({ topicId }) => topicId === topic.id)}
        now={`${date}T04:00:00Z`}
      />
      {edits && words && settings && <TopicSettings topic={topic} />}
      {elsewhere ? (
        <p className="notes notes-empty">{t("session.agenda.elsewhereText")}</p>
      ) : edits ? (
        <TopicEditor
          topicId={topic.id}
          label={t("room.notes.label", { title: topic.title })}
          begin={begin}
          onEditor={onEditor}
        />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the button above does the same
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button above does the same
        <div
          className={writes ? "topic-words topic-pressable" : "topic-words"}
          onClick={(event) => {
            const at = writes ? pressedAt(event) : null;
            if (at) onOpen(topic.id, at);
          }}
        >
          <Notes topicId={topic.id} writes={writes} />
        </div>
      )}
      {!isOpen && <Resolved topicId={topic.id} />}
    </article>
  );
});
