import { useTranslation } from "~/i18n/useTranslation";
import type { RecordDifference } from "./compareRecords";
import type { TopicDifference } from "./countChanges";
import { Added, DifferenceLegend, DifferenceWords, Removed } from "./DifferenceWords";
import { Change, type DifferenceSurroundings, Fields, Shown, StandingTag } from "./FieldsDifference";
import type { Movement } from "./movements";
import { NotesDifference } from "./NotesDifference";
import type { MilestoneDifference, ResolutionDifference } from "./resolutionDifference";
import "./difference.css";

function Moved({ moved, what }: { moved: Movement | null; what: "topic" | "resolution" | "step" }) {
  const { t } = useTranslation();
  if (!moved) return null;
  return <span className="small muted">{t(`history.moved.${what}`, { ...moved })}</span>;
}

function CameFrom({ from }: { from: ResolutionDifference["cameFrom"] }) {
  const { t } = useTranslation();
  if (!from) return null;
  const title = from.title || t("room.untitled");
  return (
    <span className="small muted">
      {from.id === null ? t("history.moved.fromNowhere") : t("history.moved.fromTopic", { title })}
    </span>
  );
}

function MilestoneLine({ step, around }: { step: MilestoneDifference; around: DifferenceSurroundings }) {
  const { before, after } = step.dueDate;
  const day = (value: string | null) => <Shown field="dueDate" value={value} around={around} />;
  const text = step.text.map((span) => span.text).join("");
  return (
    <li>
      <StandingTag standing={step.standing} />{" "}
      {step.standing === "withdrawn" || step.standing === "missing" ? (
        <Removed text={text} />
      ) : step.standing === "returned" ? (
        <Added text={text} />
      ) : (
        <DifferenceWords spans={step.text} />
      )}{" "}
      {before === after ? after && day(after) : <Change before={day(before)} after={day(after)} />}{" "}
      <Moved moved={step.moved} what="step" />
    </li>
  );
}

function ResolutionPart({ one, around }: { one: ResolutionDifference; around: DifferenceSurroundings }) {
  const { t } = useTranslation();
  const thing = { kind: "resolution" as const, id: one.id };
  return (
    <section className="diff-part" id={`diff-resolution-${one.id}`}>
      <header className="diff-part-head">
        <h4>
          {one.ordinal > 0 ? t("room.resolution.title", { number: one.ordinal }) : t("history.resolution")}
        </h4>
        <StandingTag standing={one.standing} />
        <Moved moved={one.moved} what="resolution" />
        <CameFrom from={one.cameFrom} />
        <span className="diff-acts">{around.acts?.(thing)}</span>
      </header>
      <Fields fields={one.fields} thing={thing} around={around}>
        {one.milestones.length > 0 && (
          <div>
            <dt>{t("room.part.milestones")}</dt>
            <dd>
              <ul className="diff-steps">
                {one.milestones.map((step) => (
                  <MilestoneLine key={step.id} step={step} around={around} />
                ))}
              </ul>
            </dd>
          </div>
        )}
      </Fields>
    </section>
  );
}

function NotesPart({ topic, around }: { topic: TopicDifference; around: DifferenceSurroundings }) {
  const { t } = useTranslation();
  const { id, notes } = topic;
  if (notes.length === 0 || id === null) return null;
  return (
    <section className="diff-part">
      <header className="diff-part-head">
        <h4>{t("history.notes")}</h4>
        <span className="diff-acts">{around.acts?.({ kind: "notes", id })}</span>
      </header>
      <NotesDifference lines={notes} by={(line) => around.byLine?.(id, line)} />
    </section>
  );
}

function TopicPart({ topic, around }: { topic: TopicDifference; around: DifferenceSurroundings }) {
  const { t } = useTranslation();
  const { id, title, standing, ordinal, moved } = topic;
  const thing = id === null ? null : { kind: "topic" as const, id };
  const heading = id === null ? t("history.homeless") : title || t("room.untitled");
  return (
    <article className="diff-topic" id={id === null ? undefined : `diff-topic-${id}`}>
      <header className="diff-topic-head">
        <h3>
          {ordinal > 0 && <span className="num">{ordinal}. </span>}
          {heading}
        </h3>
        <StandingTag standing={standing} />
        <Moved moved={moved} what="topic" />
        <span className="diff-acts">{thing && around.acts?.(thing)}</span>
      </header>
      <Fields fields={topic.fields} thing={thing} around={around} />
      <NotesPart topic={topic} around={around} />
      {topic.resolutions.map((one) => (
        <ResolutionPart key={one.id} one={one} around={around} />
      ))}
    </article>
  );
}

/** Two states of a record in comparison: only what changed, topic by topic and resolution by resolution. */
export function RecordDifferenceView(props: DifferenceSurroundings & { difference: RecordDifference }) {
  const { t } = useTranslation();
  const { difference, ...around } = props;
  if (difference.topics.length === 0) return <p className="diff-none">{t("history.nothingChanged")}</p>;
  return (
    <div className="diff">
      <DifferenceLegend />
      {difference.topics.map((topic) => (
        <TopicPart key={topic.id ?? "homeless"} topic={topic} around={around} />
      ))}
    </div>
  );
}
