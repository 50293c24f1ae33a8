import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { problemAddress } from "~/address/problems";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { Words } from "~/ui/Words";
import { AskAgain, AskOpinions } from "./AskOpinions";
import { OpinionLines, useTally } from "./OpinionLines";
import type { ShownOpinion } from "./shownOpinion";
import type { OpinionsPage } from "./showOpinions.server";

/** All written opinions on the topics of a meeting, and for who holds it the form to ask for more. */
export function OpinionsView({ page, refusal }: { page: OpinionsPage; refusal?: Refusal }) {
  const { t } = useTranslation();
  const { meeting, topics, units, asks } = page;
  const agenda = meetingAddress(meeting, "agenda");
  return (
    <div className="stack">
      <MeetingHead
        meeting={meeting}
        page="opinions"
        actions={<ButtonLink to={agenda}>{t("meeting.link.agenda")}</ButtonLink>}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <p className="muted">{t("opinion.lead")}</p>
      {asks && units.length === 0 && (
        <Notice>
          {t("opinion.inviteFirst")} <Link to={`${agenda}#invitations`}>{t("opinion.toInvitations")}</Link>
        </Notice>
      )}
      {topics.length === 0 && (
        <EmptyState title={t("opinion.noTopics")}>{t("opinion.noTopicsText")}</EmptyState>
      )}
      {topics.map((topic) => (
        <Topic key={topic.id} page={page} topic={topic} />
      ))}
    </div>
  );
}

function Topic({ page, topic }: { page: OpinionsPage; topic: OpinionsPage["topics"][number] }) {
  const { t } = useTranslation();
  const tally = useTally();
  const { opinions } = topic;
  return (
    <section className="section stack-tight" id={`topic-${topic.id}`}>
      <h2>
        <Words text={topic.title} />
      </h2>
      <p className="small muted">
        {topic.problemNumber && (
          <>
            <Link className="num" to={problemAddress(topic.problemNumber)}>
              {topic.problemNumber}
            </Link>{" "}
          </>
        )}
        {opinions.length > 0
          ? tally(opinions)
          : t(topic.elsewhere ? "session.agenda.elsewhereText" : "opinion.noneAsked")}
      </p>
      <OpinionLines slug={page.meeting.slug} opinions={opinions} now={page.now} />
      {page.asks && !topic.elsewhere && (
        <div className="cluster no-print">
          <AskOpinions page={page} topicId={topic.id} />
          <AskAgain page={page} topicId={topic.id} />
          <TakeBack silent={opinions.filter(({ submitted }) => !submitted)} />
        </div>
      )}
    </section>
  );
}

function TakeBack({ silent }: { silent: readonly ShownOpinion[] }) {
  const { t, i18n } = useTranslation();
  if (silent.length === 0) return null;
  return (
    <details className="fold">
      <summary className="btn btn-quiet btn-small">{t("opinion.takeBack")}</summary>
      <div className="fold-body cluster">
        {silent.map(({ id, unit }) => (
          <OnceForm key={id} preventScrollReset>
            <input type="hidden" name="opinionId" value={id} />
            <Button size="small" name="intent" value="takeBack">
              {t("opinion.takeBackOf", { name: named(unit, i18n.language) })}
            </Button>
          </OnceForm>
        ))}
      </div>
    </details>
  );
}
