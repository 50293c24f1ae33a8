import type { Editor } from "@tiptap/core";
import type { ReactNode } from "react";
import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { resolutionWords } from "~/meeting/minutes/paperBlocks";
import { withFacts } from "~/meeting/wording/wordedLines";
import { NotesDifference } from "~/record/difference/NotesDifference";
import { blockDifference, noteBlocks } from "~/record/difference/noteBlocks";
import type { NoteNode } from "~/record/document/noteSchema";
import { wordingId } from "~/record/document/record";
import { ReadOnlyNotes } from "~/record/editor/ReadOnlyNotes";
import { TopicEditor } from "~/record/editor/TopicEditor";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { StateTag } from "~/ui/StateTag";
import type { WordedTopicView } from "./showWording.server";

/** Props of {@link WordingTopic}. */
export interface WordingTopicProps {
  slug: string;
  view: WordedTopicView;
  ordinal: number;
  /** What stands there now; null while nothing was drafted. */
  wording: NoteNode | null;
  writes: boolean;
  /** Whether its words are being edited on this page. */
  isOpen?: boolean;
  onOpen?: () => void;
  onEditor?: (editor: Editor | null) => void;
  tools?: ReactNode;
}

/** A topic of the minutes: its words, what follows the database around them, and how they differ from the draft. */
export function WordingTopic(props: WordingTopicProps) {
  const { view, ordinal, wording, writes, isOpen, onOpen, onEditor, tools, slug } = props;
  const { t } = useTranslation();
  const { topic, facts } = view;
  return (
    <section className="wording-topic stack" id={`topic-${topic.id}`} aria-labelledby={`title-${topic.id}`}>
      <div className="cluster spread">
        <h2 id={`title-${topic.id}`}>
          <span className="num">{ordinal}. </span>
          {topic.title}
        </h2>
        {writes && wording && !isOpen && onOpen && (
          <Button type="button" size="small" onClick={onOpen}>
            {t("wording.edit")}
          </Button>
        )}
      </div>
      {isOpen && onEditor ? (
        <>
          {tools}
          <TopicEditor
            topicId={wordingId(topic.id)}
            label={t("wording.label", { title: topic.title })}
            begin="end"
            facts={facts}
            onEditor={onEditor}
          />
        </>
      ) : (
        <ReadOnlyNotes note={withFacts(wording ?? view.draft, facts)} />
      )}
      <Resolutions slug={slug} view={view} writes={writes} />
      <Checked view={view} wording={wording} writes={writes} />
    </section>
  );
}

/** The resolutions as the paper has them; their words are changed on their slips alone. */
function Resolutions({ slug, view, writes }: { slug: string; view: WordedTopicView; writes: boolean }) {
  const { t, i18n } = useTranslation();
  const { topic } = view;
  if (topic.resolutions.length === 0) return null;
  return (
    <div className="wording-locked stack">
      {topic.resolutions.map((one) => {
        const [text, terms] = resolutionWords(one, t, i18n.language);
        return (
          <div key={one.id}>
            <p>{text}</p>
            <p className="muted">{terms}</p>
          </div>
        );
      })}
      {writes && (
        <p>
          <ButtonLink size="small" variant="quiet" to={meetingAddress({ slug }, `room#topic-${topic.id}`)}>
            {t("wording.toSlips")}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

/** 核稿: how the words differ from what facts and record give, and the way back to that. */
function Checked(props: { view: WordedTopicView; wording: NoteNode | null; writes: boolean }) {
  const { t } = useTranslation();
  const { view, wording, writes } = props;
  const { topic, facts, draft } = view;
  if (!wording) return null;
  const [drafted, stands] = [withFacts(draft, facts), withFacts(wording, facts)];
  const lines = blockDifference(noteBlocks(drafted), noteBlocks(stands));
  const changed = lines.filter(({ kind }) => kind !== "same").length;
  if (changed === 0)
    return (
      <p>
        <StateTag tone="neutral">{t("wording.asDrafted")}</StateTag>
      </p>
    );
  return (
    <details className="wording-check">
      <summary>{t("wording.differs", { count: changed })}</summary>
      <NotesDifference lines={lines} />
      {writes && (
        <ConfirmButton
          size="small"
          label={t("wording.redraft")}
          consequence={<p>{t("wording.redraftText")}</p>}
          action=""
          name="intent"
          value="draft"
          hidden={{ topicId: topic.id, over: "yes" }}
        />
      )}
    </details>
  );
}
