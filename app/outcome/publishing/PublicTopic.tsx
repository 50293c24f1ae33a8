import { useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { FoldForm } from "~/ui/form/FoldForm";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { useRefusedForm } from "~/ui/typed";
import { LeftOutText } from "../LeftOutText";
import { LeftOutList } from "./LeftOutList";
import { PassageFields, PublicReasonField } from "./PassageFields";
import type { Span } from "./segments";
import type { TextToSee, TopicPublishing } from "./showPublishing.server";
import { TopicHead } from "./TopicHead";
import { TopicText } from "./TopicText";
import { takeSelected } from "./takeSelected";
import "./publishing.css";

/** Props of {@link PublicTopic}. */
export interface PublicTopicProps {
  topic: TopicPublishing;
  now: string;
  publishes: boolean;
}

/** A topic that residents read: what of it is left out, and for the office the acts that change that. */
export function PublicTopic({ topic, now, publishes }: PublicTopicProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  const shown = topic.texts.filter(({ isShown, text, takenDown }) => isShown && (text !== "" || takenDown));
  return (
    <article ref={box} className="topic-look" id={topic.waits ? undefined : `topic-${topic.id}`}>
      <TopicHead topic={topic} />
      {topic.seenAt && (
        <p className="small muted">
          {t("outcome.look.seenAt")} <DateText value={topic.seenAt} now={now} withTime />
        </p>
      )}
      {shown.map((text) => (
        <Shown key={`${text.kind}-${text.ordinal}`} {...{ text, topic, now, publishes }} />
      ))}
      {publishes && <Acts topic={topic} take={() => takeSelected(box.current)} />}
    </article>
  );
}

function Shown({ text, topic, now, publishes }: PublicTopicProps & { text: TextToSee }) {
  const { t } = useTranslation();
  const whole = { start: 0, end: text.text.length };
  const spans = (text.takenDown ? [whole] : text.left).map(
    ({ start, end }): Span => ({ start, end, as: "out" }),
  );
  if (publishes)
    return (
      <TopicText text={text} spans={spans}>
        <LeftOutList {...{ text, topic, now }} />
      </TopicText>
    );
  // The title as residents read it stands above.
  if (text.kind === "title") return null;
  return (
    <div className="topic-text">
      <h4>{t(`outcome.look.text.${text.kind}`, { ordinal: text.ordinal || "" })}</h4>
      <p className="stored-text">
        {text.takenDown ? t("outcome.look.isDown") : <LeftOutText text={text.text} />}
      </p>
    </div>
  );
}

function Acts({ topic, take }: { topic: TopicPublishing; take: () => void }) {
  const { t } = useTranslation();
  const named = { topicId: topic.id, version: String(topic.version) };
  const words = topic.texts.find(({ kind }) => kind === "words");
  const shortening = { intent: "shorten", ...named };
  const refusal = useRefusedForm(shortening)?.refusal;
  return (
    <div className="cluster no-print">
      <FoldForm
        label={t("outcome.look.shorten")}
        hidden={shortening}
        submit={<Button variant="danger">{t("outcome.look.shortenSubmit")}</Button>}
      >
        <div className="wide stack">
          {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
          <PassageFields take={take} required />
          <PublicReasonField required />
        </div>
      </FoldForm>
      {words?.isShown && !words.takenDown && words.text !== "" && (
        <ConfirmButton
          size="small"
          label={t("outcome.look.takeDown")}
          consequence={<p>{t("outcome.look.takeDownText")}</p>}
          action=""
          name="intent"
          value="takeDown"
          hidden={named}
        >
          <PublicReasonField label={t("outcome.look.takeDownReason")} required />
        </ConfirmButton>
      )}
    </div>
  );
}
