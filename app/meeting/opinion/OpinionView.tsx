import { meetingAddress } from "~/address/meetings";
import { Attachments } from "~/file/Attachments";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { DateText } from "~/ui/DateText";
import { isOvertaken, type OvertakenAnswer } from "~/ui/form/Meanwhile";
import { Notice } from "~/ui/Notice";
import { RefusalNotice } from "~/ui/RefusalNotice";
import type { RefusedForm } from "~/ui/typed";
import { Words } from "~/ui/Words";
import type { OpinionPage, SubmittedOpinion } from "./showOpinion.server";
import { VoiceTag } from "./VoiceTag";
import { WriteOpinion } from "./WriteOpinion";
import "./opinion.css";

/** Props of {@link OpinionView}. */
export interface OpinionViewProps {
  page: OpinionPage;
  answer?: OvertakenAnswer & Partial<RefusedForm>;
}

/** One unit's written opinion on a topic: as it is being written, and as it was submitted. */
export function OpinionView({ page, answer }: OpinionViewProps) {
  const { t, i18n } = useTranslation();
  const { meeting, topic, unit, draft, submitted, files, now } = page;
  const refused = isOvertaken(answer) ? undefined : answer?.refusal;
  // What is lacking in a field is said there.
  const wrong = refused?.field
    ? { field: refused.field, sentence: t(`refusal.${refused.code}`, { ...refused.values }) }
    : undefined;
  const refusal = wrong ? undefined : refused;
  const [last, ...earlier] = submitted;
  return (
    <div className="stack">
      <MeetingHead
        meeting={meeting}
        page="opinion"
        number={named(unit, i18n.language)}
        below={[
          {
            label: t("opinion.title"),
            to: meetingAddress(meeting, `opinions#topic-${topic.id}`),
          },
        ]}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <section className="section stack">
        <h2>
          <Words text={topic.title} />
        </h2>
        <Due page={page} />
        {last && <Submitted said={last} now={now} />}
        {draft && last && page.unsubmitted && <Notice>{t("opinion.unsubmitted")}</Notice>}
        {draft && !last && page.unsubmitted && <Notice>{t("opinion.drafted")}</Notice>}
        {draft && <WriteOpinion draft={draft} again={last !== undefined} answer={answer} wrong={wrong} />}
        <div id="files">
          <Attachments shown={files} now={now} heading={<h3>{t("opinion.files")}</h3>} />
        </div>
      </section>
      {earlier.length > 0 && (
        <details className="section">
          <summary>{t("opinion.earlier", { count: earlier.length })}</summary>
          {earlier.map((one) => (
            <Submitted key={one.ordinal} said={one} now={now} />
          ))}
        </details>
      )}
    </div>
  );
}

function Due({ page }: { page: OpinionPage }) {
  const { t } = useTranslation();
  const { late, submitted, dueOn, now } = page;
  const overdue = late && submitted.length === 0;
  return (
    <p className={overdue ? "due-date due-red" : "muted"}>
      {t(overdue ? "opinion.overdue" : "opinion.dueOn")} <DateText value={dueOn} now={now} withDistance />
      {late && submitted.length > 0 && ` · ${t("opinion.cameLate")}`}
    </p>
  );
}

function Submitted({ said, now }: { said: SubmittedOpinion; now: string }) {
  const { t, i18n } = useTranslation();
  return (
    <article className="opinion-said stack-tight">
      <p className="cluster">
        <VoiceTag voice={said.position} />
        <span className="muted small">
          {t("opinion.submittedBy", { name: said.person, post: named(said.post, i18n.language) })}{" "}
          <DateText value={said.at} now={now} withTime />
        </span>
      </p>
      {said.terms && (
        <p className="as-written">
          <span className="muted">
            {t(said.position === "disagree" ? "opinion.reason" : "opinion.conditions")}
          </span>{" "}
          <Words text={said.terms} />
        </p>
      )}
      {said.text && (
        <p className="as-written">
          <Words text={said.text} />
        </p>
      )}
    </article>
  );
}
