import { useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { TypedProvider, useRefusedForm } from "~/ui/typed";
import { choiceValue, isOpen, type KeyedMark, occurrences } from "./look";
import { MarkChoices } from "./MarkChoices";
import { PassageFields, PublicReasonField } from "./PassageFields";
import type { Span } from "./segments";
import type { TextToSee, TopicPublishing } from "./showPublishing.server";
import { TopicHead } from "./TopicHead";
import { TopicText } from "./TopicText";
import { usePassages } from "./usePassages";
import "./publishing.css";

/** A topic that waits: what residents will read, what is marked in it, and the press that publishes it. */
export function TopicToPublish({ topic, isPrimary }: { topic: TopicPublishing; isPrimary: boolean }) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  const marks = topic.texts.flatMap((text) => text.marks);
  const places = new Map(marks.map(({ key }, place) => [key, place]));
  const refused = useRefusedForm({ intent: "publish", topicId: topic.id });
  const { said, read, take } = usePassages(box, marks, refused?.typed);
  return (
    <article ref={box} className="topic-look" id={`topic-${topic.id}`}>
      <TopicHead topic={topic} />
      {refused && (
        <RefusalNotice messageKey={`refusal.${refused.refusal.code}`} values={refused.refusal.values} />
      )}
      <TypedProvider value={refused?.typed ?? {}}>
        <OnceForm className="stack" onChange={read} preventScrollReset>
          <input type="hidden" name="intent" value="publish" />
          <input type="hidden" name="topicId" value={topic.id} />
          <input type="hidden" name="version" value={topic.version} />
          {topic.texts.map((text) => (
            <TopicText key={`${text.kind}-${text.ordinal}`} text={text} spans={spansOf(text, said)}>
              {text.takenDown && <p className="muted">{t("outcome.look.isDown")}</p>}
              <MarkChoices
                {...{ places, marks: text.marks, text: text.text }}
                topicId={topic.id}
                chosen={said.choices}
              />
            </TopicText>
          ))}
          <details className="fold" open={refused !== undefined}>
            <summary className="btn btn-quiet btn-small">{t("outcome.look.more")}</summary>
            <div className="fold-body stack">
              <PassageFields take={take} />
              <PublicReasonField />
            </div>
          </details>
          <div className="form-actions">
            <Button variant={isPrimary ? "primary" : "secondary"}>{t("outcome.look.publish")}</Button>
          </div>
        </OnceForm>
      </TypedProvider>
    </article>
  );
}

function spansOf(
  { text, marks, left }: TextToSee,
  { choices, passages }: { choices: readonly string[]; passages: readonly string[] },
): Span[] {
  const asOf = (mark: KeyedMark) => {
    if (choices.includes(choiceValue(mark, "leaveOut"))) return "out";
    return choices.includes(choiceValue(mark, "letStand")) || !isOpen(mark) ? "stands" : "open";
  };
  return [
    ...marks.map((mark): Span => ({ ...mark, as: asOf(mark) })),
    ...left.map(({ start, end }): Span => ({ start, end, as: "out" })),
    ...passages.flatMap((words) =>
      occurrences(text, words).map((passage): Span => ({ ...passage, as: "out" })),
    ),
  ];
}
