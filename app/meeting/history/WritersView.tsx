import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { meetingAddress } from "~/address/meetings";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { present } from "~/meeting/conduct/present";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { EmptyState } from "~/ui/EmptyState";
import { Choices } from "~/ui/form/SelectField";
import type { WrittenTopic } from "./contributors";
import type { WritersPage } from "./showWriters.server";
import { useContributorName, WrittenText } from "./TextByAuthor";
import { useVersionName } from "./useVersionName";
import "./history.css";
import "~/record/difference/difference.css";
import "./writers.css";

function ChooseState({ page }: { page: WritersPage }) {
  const { t } = useTranslation();
  const versionName = useVersionName();
  const options = page.versions.map((version) => ({ value: version.id, label: versionName(version) }));
  return (
    <Form method="get" className="choose-versions choose-state no-print">
      <div className="field">
        <label className="field-label" htmlFor="writers-of">
          {t("history.writers.of")}
        </label>
        <select className="input select" id="writers-of" name="of" defaultValue={page.of}>
          <Choices options={[{ value: present, label: t("history.now") }, ...options]} />
        </select>
      </div>
      <Button>{t("history.writers.show")}</Button>
    </Form>
  );
}

function Shares({ topic, page }: { topic: WrittenTopic; page: WritersPage }) {
  const { t } = useTranslation();
  const nameOf = useContributorName(page.contributors);
  if (topic.contributors.length === 0) return null;
  return (
    <ul className="writer-shares small">
      {topic.contributors.map(({ who, words }) => (
        <li key={who}>
          <span className="writer-number num">{who + 1}</span> {nameOf(who)}{" "}
          <span className="muted num">{t("history.writers.words", { count: words })}</span>
        </li>
      ))}
    </ul>
  );
}

function Topic({ topic, page }: { topic: WrittenTopic; page: WritersPage }) {
  const { t } = useTranslation();
  const { contributors, now } = page;
  const around = { contributors, now };
  return (
    <article className="diff-topic" id={`writers-${topic.id}`}>
      <header className="diff-topic-head">
        <h2>
          <span className="num">{topic.ordinal}. </span>
          {topic.title || t("room.untitled")}
        </h2>
      </header>
      <Shares topic={topic} page={page} />
      {topic.lines.length === 0 && <p className="muted">{t("room.notes.none")}</p>}
      {topic.lines.map(({ block, parts }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other names
        <WrittenText key={at} block={block} parts={parts} {...around} />
      ))}
      {topic.resolutions.map((one) => (
        <section className="diff-part" key={one.id}>
          <h3>{t("room.resolution.title", { number: one.ordinal })}</h3>
          <WrittenText parts={one.text} {...around} />
          {one.residentText.length > 0 && (
            <>
              <h4 className="small muted">{t("room.part.residentText")}</h4>
              <WrittenText parts={one.residentText} {...around} />
            </>
          )}
        </section>
      ))}
    </article>
  );
}

/** Who wrote what in a record and when, topic by topic. */
export function WritersView({ page, children }: { page: WritersPage; children?: ReactNode }) {
  const { t } = useTranslation();
  const meetingName = useMeetingName();
  return (
    <div className="stack writers-page">
      <MeetingHead
        meeting={page.meeting}
        page="writers"
        below={[
          {
            label: t("meeting.page.history", { meeting: meetingName(page.meeting) }),
            to: meetingAddress(page.meeting, "history"),
          },
        ]}
        actions={<ButtonLink to={meetingAddress(page.meeting, "room")}>{t("session.toRoom")}</ButtonLink>}
      />
      <ChooseState page={page} />
      <p className="small muted">{t("history.writers.hint")}</p>
      {page.topics.length === 0 ? (
        <EmptyState title={t("room.notes.none")} />
      ) : (
        page.topics.map((topic) => <Topic key={topic.id} topic={topic} page={page} />)
      )}
      {children}
    </div>
  );
}
