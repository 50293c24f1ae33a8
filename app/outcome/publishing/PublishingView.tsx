import type { FormAnswer } from "~/access/formAnswer";
import { meetingAddress } from "~/address/meetings";
import { publicDayAddress } from "~/address/residents";
import { useTranslation } from "~/i18n/useTranslation";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { PublicTopic } from "./PublicTopic";
import type { PublishingPage, TopicPublishing } from "./showPublishing.server";
import { TopicHead } from "./TopicHead";
import { TopicToPublish } from "./TopicToPublish";
import "./publishing.css";

interface Props {
  page: PublishingPage;
  answer?: FormAnswer;
}

// What somebody else has done in between is said above: the form that met it stands on the page no more.
const strayed: readonly string[] = ["changedMeanwhile", "topicAlreadySeen", "alreadyTakenDown"];

/** How far an issued meeting is public: what waits to be seen, and what residents read already. */
export function PublishingView({ page, answer }: Props) {
  const { t } = useTranslation();
  const { meeting, topics, now, can } = page;
  const waiting = topics.filter(({ waits }) => waits);
  const shown = topics.filter(({ isPublic }) => isPublic);
  const refusal = answer?.refusal;
  const isStrayed = refusal && (strayed.includes(refusal.code) || answer?.typed?.intent === "publishClear");
  return (
    <div className="stack">
      <MeetingHead
        meeting={meeting}
        page="publish"
        next={
          waiting.length > 0
            ? { what: t("outcome.look.next", { count: waiting.length }), who: t("meeting.who.office") }
            : undefined
        }
        actions={
          <>
            {shown.length > 0 && (
              <ButtonLink reloadDocument to={publicDayAddress(meeting.slug)}>
                {t("plan.link.public")}
              </ButtonLink>
            )}
            <ButtonLink to={meetingAddress(meeting, "minutes")}>{t("plan.link.minutes")}</ButtonLink>
          </>
        }
      />
      {isStrayed && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      {topics.length === 0 && (
        <EmptyState title={t("outcome.look.none")}>{t("outcome.look.noneText")}</EmptyState>
      )}
      {waiting.length > 0 && <Waiting topics={waiting} publishes={can.publish} />}
      {shown.length > 0 && (
        <section className="section stack">
          <h2>
            {t("outcome.look.shown")} <span className="num muted">{shown.length}</span>
          </h2>
          {shown.map((topic) => (
            <PublicTopic key={`${topic.id} ${topic.version}`} {...{ topic, now, publishes: can.publish }} />
          ))}
        </section>
      )}
    </div>
  );
}

function Waiting({ topics, publishes }: { topics: readonly TopicPublishing[]; publishes: boolean }) {
  const { t } = useTranslation();
  const clear = topics.filter(({ open }) => open === 0);
  return (
    <section className="section stack">
      <h2>
        {t("outcome.look.waiting")} <span className="num muted">{topics.length}</span>
      </h2>
      {publishes ? (
        <>
          <p className="muted">{t("outcome.look.lead")}</p>
          <PublishClear topics={clear} />
          {topics.map((topic) => (
            <TopicToPublish
              key={`${topic.id} ${topic.version}`}
              topic={topic}
              isPrimary={topic.open > 0 || clear.length < 2}
            />
          ))}
        </>
      ) : (
        <>
          <Notice>{t("outcome.look.notYet")}</Notice>
          {topics.map((topic) => (
            <TopicHead key={topic.id} topic={topic} />
          ))}
        </>
      )}
    </section>
  );
}

function PublishClear({ topics }: { topics: readonly TopicPublishing[] }) {
  const { t } = useTranslation();
  // A single one has its own button.
  if (topics.length < 2) return null;
  return (
    <OnceForm className="publish-clear">
      <input type="hidden" name="intent" value="publishClear" />
      {topics.map(({ id, version }, place) => (
        <span key={id}>
          <input type="hidden" name={`topics[${place}].topicId`} value={id} />
          <input type="hidden" name={`topics[${place}].version`} value={version} />
        </span>
      ))}
      <Button variant="primary">{t("outcome.look.publishClear", { count: topics.length })}</Button>
      <p className="field-hint">{t("outcome.look.publishClearHint")}</p>
    </OnceForm>
  );
}
