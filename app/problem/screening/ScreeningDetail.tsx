import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { problemAddress } from "~/address/problems";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { MarkedText } from "~/problem/MarkedText";
import { ProblemFacts } from "~/problem/ProblemFacts";
import { MergedWords } from "~/problem/raised/MergedWords";
import { SharedMatter } from "~/problem/SharedMatter";
import { SimilarTasks } from "~/problem/SimilarTasks";
import { SimilarTopics } from "~/problem/SimilarTopics";
import { ListingTag } from "~/problem/StateTags";
import { ownWordsToMark, wordsToMark } from "~/problem/wordsToMark";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import { Words } from "~/ui/Words";
import { AdmissionTests } from "./AdmissionTests";
import { OfferedReasons, PlainDecision, ReasonedDecision } from "./DecisionForms";
import type { ScreenedView, ScreeningView } from "./showScreening.server";

interface DetailProps {
  view: ScreeningView;
  card: ScreenedView;
  opened: NonNullable<ScreeningView["opened"]>;
  reply?: SubmissionResult<string[]> | null;
  now: string;
}

function Decisions({ view, card, reply }: DetailProps) {
  const common = { card, rows: view.rows, reply };
  return (
    <OfferedReasons.Provider value={view.reasons}>
      <div className="screening-decisions">
        <PlainDecision {...common} decision="admitted" primary={card.state === "submitted"} />
        <ReasonedDecision {...common} decision="refused" />
        <ReasonedDecision {...common} decision="deferred" />
        <ReasonedDecision {...common} decision="merged" />
        <ReasonedDecision {...common} decision="solvedBefore" />
        {card.state !== "submitted" && <PlainDecision {...common} decision="undecided" />}
      </div>
    </OfferedReasons.Provider>
  );
}

function Similar({ opened, view, card }: DetailProps) {
  const { t, i18n } = useTranslation();
  return (
    <section className="section stack">
      <h3>{t("problem.screening.similar")}</h3>
      {opened.similar.length === 0 && <p className="muted">{t("problem.screening.similarNone")}</p>}
      {opened.similar.map((one) => (
        <article key={one.number} className="similar">
          <p>
            <Link to={problemAddress(one.number)} className="num">
              {one.number}
            </Link>{" "}
            {one.street && <span className="muted">{named(one.street, i18n.language)}</span>}
          </p>
          <p>
            <strong>
              <MarkedText text={one.title} words={wordsToMark(one)} />
            </strong>
          </p>
          <p className="similar-words">
            <MarkedText text={one.words} words={wordsToMark(one)} />
          </p>
          {one.place && (
            <p className="muted small">
              <MarkedText text={one.place} words={wordsToMark(one)} />
            </p>
          )}
          <SharedMatter concepts={one.concepts} />
          <SimilarTopics topics={one.topics} />
          {view.can.decide && one.listingId && card.state !== "merged" && (
            <OnceForm preventScrollReset>
              <input type="hidden" name="intent" value="decide" />
              <input type="hidden" name="listingId" value={card.listingId} />
              <input type="hidden" name="version" value={card.version} />
              <input type="hidden" name="decision" value="merged" />
              <input type="hidden" name="sameAs" value={one.listingId} />
              <input type="hidden" name="next" value={card.listingId} />
              <Button size="small">{t("problem.screening.sameMatter")}</Button>
            </OnceForm>
          )}
        </article>
      ))}
    </section>
  );
}

function DecisionNote({ card }: { card: ScreenedView }) {
  const { t } = useTranslation();
  const { nameOf } = useCodeNames("refusalReasons");
  if (card.state === "submitted") return null;
  return (
    <p className="as-written">
      {card.decisionCode && `${nameOf(card.decisionCode)}${card.decisionText ? "：" : ""}`}
      {card.decisionText}
      {card.sameAs && t("problem.screening.sameAs", { number: card.sameAs.number })}
    </p>
  );
}

/** One problem being screened: what can be decided, what it is, and beside it the problems like it. */
export function ScreeningDetail(props: DetailProps) {
  const { card, opened, view, now } = props;
  const { t, i18n } = useTranslation();
  const { problem } = opened;
  const words = ownWordsToMark([...opened.similar, ...opened.similarTasks]);
  const facts = {
    ...problem,
    community: opened.community && named(opened.community, i18n.language),
    sees: opened.sees && named(opened.sees, i18n.language),
    power: opened.power && named(opened.power, i18n.language),
    concerned: opened.concerned.map((unit) => named(unit, i18n.language)),
  };
  return (
    <section
      className="screening-detail stack"
      aria-label={t("problem.screening.detail")}
      key={card.listingId}
    >
      <header className="stack-tight">
        <p className="cluster">
          <Link to={problemAddress(card.number)} className="num">
            {card.number}
          </Link>
          <span>
            {named(card.street, i18n.language)}
            {card.community && ` · ${named(card.community, i18n.language)}`}
          </span>
          <ListingTag state={card.state} />
        </p>
        <h2>
          <Words text={card.title} />
        </h2>
        <DecisionNote card={card} />
      </header>
      {view.can.decide && <Decisions {...props} />}
      <div className="screening-sides">
        <div className="stack">
          {problem.originalWording && (
            <blockquote>
              <MarkedText text={problem.originalWording} words={words} />
            </blockquote>
          )}
          {problem.summary && (
            <p>
              <MarkedText text={problem.summary} words={words} />
            </p>
          )}
          <MergedWords merged={opened.merged} />
          <AdmissionTests
            listingId={card.listingId}
            tests={opened.tests}
            canTick={view.can.decide}
            now={now}
          />
          <ProblemFacts facts={facts} now={now} />
        </div>
        <div className="stack">
          <Similar {...props} />
          <SimilarTasks tasks={opened.similarTasks} />
        </div>
      </div>
    </section>
  );
}
