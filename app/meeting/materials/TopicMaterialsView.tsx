import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { meetingAddress } from "~/address/meetings";
import { minutesAddress } from "~/address/minutesAddress";
import { problemAddress } from "~/address/problems";
import { taskAddress } from "~/address/tasks";
import { Attachments } from "~/file/Attachments";
import type { ShownFiles } from "~/file/fileRights";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { OutcomeTag } from "~/meeting/conduct/OutcomeTag";
import { OpinionLines } from "~/meeting/opinion/OpinionLines";
import { ProblemFacts } from "~/problem/ProblemFacts";
import { DateText } from "~/ui/DateText";
import { Words } from "~/ui/Words";
import type { EarlierDecision } from "./earlierDecisions.server";
import type { FactsInBoth, MatterOfTopic } from "./matterOfTopic.server";
import type { ReadVisit, TopicMaterials } from "./topicMaterials.server";
import "./materials.css";

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

const hasFiles = (shown: ShownFiles | null): shown is ShownFiles => (shown?.files.length ?? 0) > 0;

/** Of what was removed, its own page tells. */
const present = (shown: ShownFiles): ShownFiles => ({ ...shown, removed: [] });

function useNamedFacts() {
  const { i18n } = useTranslation();
  const name = (one: FactsInBoth["sees"]) => one && named(one, i18n.language);
  return ({ community, sees, power, concerned, ...facts }: FactsInBoth) => ({
    ...facts,
    community: name(community),
    sees: name(sees),
    power: name(power),
    concerned: concerned.map((one) => named(one, i18n.language)),
  });
}

function Matter({ matter, now }: { matter: MatterOfTopic; now: string }) {
  const { t } = useTranslation();
  const namedFacts = useNamedFacts();
  const { number, originalWording, summary, facts, files } = matter;
  return (
    <>
      <Part title={t("problem.page.words")}>
        {originalWording ? (
          <blockquote className="materials-words as-written">
            <Words text={originalWording} />
          </blockquote>
        ) : (
          <p className="muted">{t("problem.page.noWords")}</p>
        )}
      </Part>
      {summary && (
        <Part title={t("problem.field.summary")}>
          <p className="as-written">
            <Words text={summary} />
          </p>
        </Part>
      )}
      {hasFiles(files) && (
        <Part title={t("room.materials.photos")}>
          <Attachments shown={present(files)} now={now} />
        </Part>
      )}
      <Part title={t("room.materials.facts")}>
        <ProblemFacts facts={namedFacts(facts)} now={now} />
        <p>
          <Link className="num" to={problemAddress(number)} target="_blank">
            {number}
          </Link>
        </p>
      </Part>
    </>
  );
}

function Visits({ visits, now }: { visits: readonly ReadVisit[]; now: string }) {
  const { i18n } = useTranslation();
  const { nameOf } = useCodeNames("research");
  return (
    <ul className="materials-list">
      {visits.map(({ id, slug, kind, title, date, entries, files }) => (
        <li key={id} className="stack">
          <p>
            <span className="muted">{nameOf(kind)}</span>{" "}
            <Link to={meetingAddress({ slug }, `research/${id}`)} target="_blank">
              <Words text={title} />
            </Link>{" "}
            <DateText value={date} now={now} />
          </p>
          {entries.map((entry) => (
            <p key={entry.id} className="as-written">
              <Words text={entry.text} />{" "}
              <span className="muted">
                {named(entry.post, i18n.language)} {entry.person}
              </span>
            </p>
          ))}
          {hasFiles(files) && <Attachments shown={present(files)} now={now} />}
        </li>
      ))}
    </ul>
  );
}

function Earlier({ decisions, now }: { decisions: readonly EarlierDecision[]; now: string }) {
  const { t, i18n } = useTranslation();
  return (
    <ol className="materials-list">
      {decisions.map(({ topicId, slug, date, outcome, note, minutes, resolutions }) => (
        <li key={topicId} className="stack">
          <p>
            <Link to={minutes ? minutesAddress(slug, minutes) : meetingAddress({ slug })} target="_blank">
              <DateText value={date} now={now} />
            </Link>{" "}
            <OutcomeTag outcome={outcome} />
          </p>
          {note && (
            <p className="as-written">
              <Words text={note} />
            </p>
          )}
          {resolutions.map(({ id, text, lead, task }) => (
            <p key={id} className="as-written">
              <Words text={text} />{" "}
              {lead && (
                <span className="muted">
                  {t("room.materials.lead", { name: named(lead, i18n.language) })}
                </span>
              )}{" "}
              {task && (
                <Link className="num" to={taskAddress(task)} target="_blank">
                  {task}
                </Link>
              )}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

function Opinions({ slug, opinions, now }: { slug: string } & Pick<TopicMaterials, "opinions" | "now">) {
  const attached = opinions.flatMap((one) => (hasFiles(one.attached) ? [one.attached] : []));
  return (
    <>
      <OpinionLines slug={slug} opinions={opinions} now={now} />
      {attached.map((files) => (
        <Attachments key={files.subjectId} shown={present(files)} now={now} />
      ))}
    </>
  );
}

/** What is at hand on a topic, in the order in which it is asked for; what there is nothing of is left out. */
export function TopicMaterialsView({ slug, materials }: { slug: string; materials: TopicMaterials }) {
  const { t } = useTranslation();
  const { matter, papers, opinions, visits, earlier, now } = materials;
  const nothing = !matter && !hasFiles(papers) && opinions.length + visits.length === 0;
  if (nothing) return <p className="pane-empty">{t("room.materials.none")}</p>;
  return (
    <div className="materials">
      {matter && <Matter matter={matter} now={now} />}
      {hasFiles(papers) && (
        <Part title={t("room.materials.papers")}>
          <Attachments shown={present(papers)} now={now} />
        </Part>
      )}
      {opinions.length > 0 && (
        <Part title={t("opinion.title")}>
          <Opinions slug={slug} opinions={opinions} now={now} />
        </Part>
      )}
      {visits.length > 0 && (
        <Part title={t("research.title")}>
          <Visits visits={visits} now={now} />
        </Part>
      )}
      {earlier.length > 0 && (
        <Part title={t("room.materials.earlier")}>
          <Earlier decisions={earlier} now={now} />
        </Part>
      )}
    </div>
  );
}
