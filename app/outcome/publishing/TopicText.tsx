import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { SegmentedText } from "./SegmentedText";
import type { Span } from "./segments";
import type { TextToSee } from "./showPublishing.server";

/** Props of {@link TopicText}. */
export interface TopicTextProps {
  text: TextToSee;
  spans: readonly Span[];
  children?: ReactNode;
}

/** One stored text of a topic under its name; a title in which nothing is left out or marked stands above already. */
export function TopicText({ text, spans, children }: TopicTextProps) {
  const { t } = useTranslation();
  if (text.kind === "title" && spans.length === 0) return null;
  return (
    <div className="topic-text">
      <h4>{t(`outcome.look.text.${text.kind}`, { ordinal: text.ordinal || "" })}</h4>
      <SegmentedText text={text.text} spans={spans} />
      {children}
    </div>
  );
}
