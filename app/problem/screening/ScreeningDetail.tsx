import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { problemAddress, screeningAddress } from "~/address/problems";
import { Attachments } from "~/file/Attachments";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { DutyLink, DutyWarning } from "~/problem/duty/DutyNote";
import { SpotShown } from "~/problem/fact/SpotShown";
import { MarkedText } from "~/problem/MarkedText";
import { ProblemFacts } from "~/problem/ProblemFacts";
import { MergedWords } from "~/problem/raised/MergedWords";
import { SimilarTasks } from "~/problem/SimilarTasks";
import { ListingTag } from "~/problem/StateTags";
import { ownWordsToMark } from "~/problem/wordsToMark";
import { StateTag } from "~/ui/StateTag";
import { Words } from "~/ui/Words";
import { readSpot } from "~/unit/sketch/sketch";
import { AdmissionTests } from "./AdmissionTests";
import { PlainDecision } from "./DecisionForms";
import { OfferedChoices, ReasonedDecision } from "./ReasonedDecision";
import { SimilarMatters } from "./SimilarMatters";
import type { ScreenedView, ScreeningView } from "./showScreening.server";
import { UndoBarred } from "./UndoNotes";

interface DetailProps {
  view: ScreeningView;
  card: ScreenedView;
  opened: NonNullable<ScreeningView["opened"]>;
  reply?: SubmissionResult<string[]> | null;
  now: string;
}

function Decisions({ view, card, opened, reply }: DetailProps) {
  const common = { card, rows: view.rows, reply };
  const alike = opened.similar.flatMap(({ listingId }) => listingId ?? []);
  return (
    <OfferedChoices.Provider value={{ reasons: view.reasons, alike }}>
      <div className="screening-decisions">
        <PlainDecision {...common} decision="admitted" primary={card.state === "submitted"} />
        <ReasonedDecision {...common} decision="refused" />
        <ReasonedDecision {...common} decision="deferred" />
        <ReasonedDecision {...common} decision="merged" />
        <ReasonedDecision {...common} decision="solvedBefore" />
        {card.state !== "submitted" && <PlainDecision {...common} decision="undecided" />}
      </div>
    </OfferedChoices.Provider>
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

function Head({ card, view }: Pick<DetailProps, "card" | "view">) {
  const { t, i18n } = useTranslation();
  return (
    <header className="stack-tight">
      <p className="screening-back">
        <Link to={screeningAddress(view.day.month)}>{t("screening.back")}</Link>
      </p>
      <p className="cluster">
        <Link to={problemAddress(card.number)} className="num">
          {card.number}
        </Link>
        <span>
          {named(card.street, i18n.language)}
          {card.community && ` · ${named(card.community, i18n.language)}`}
        </span>
        <ListingTag state={card.state} />
        {card.isLate && <StateTag tone="warn">{t("screening.mark.late")}</StateTag>}
      </p>
      <h2>
        <Words text={card.title} />
      </h2>
      <DecisionNote card={card} />
    </header>
  );
}

function Duty({ opened }: Pick<DetailProps, "opened">) {
  const { t } = useTranslation();
  if (!opened.duty) return null;
  return (
    <section className="section stack-tight">
      <h3>{t("duty.proposal.taken")}</h3>
      <p>
        <DutyLink duty={opened.duty} />
      </p>
      <DutyWarning duty={opened.duty} />
    </section>
  );
}

function Matter({ card, opened, view, now }: DetailProps) {
  const { t, i18n } = useTranslation();
  const { problem } = opened;
  const others = opened.similar.flatMap(({ number, title, spot: text }) => {
    const spot = readSpot(text);
    return spot
      ? [{ ...spot, key: number, label: `${number} ${title}`, to: problemAddress(number), faint: true }]
      : [];
  });
  const words = ownWordsToMark([...opened.similar, ...opened.similarTasks]);
  const facts = {
    ...problem,
    community: opened.community && named(opened.community, i18n.language),
    sees: opened.sees && named(opened.sees, i18n.language),
    power: opened.power && named(opened.power, i18n.language),
    concerned: opened.concerned.map((unit) => named(unit, i18n.language)),
  };
  return (
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
      <AdmissionTests listingId={card.listingId} tests={opened.tests} canTick={view.can.decide} now={now} />
      <Duty opened={opened} />
      <ProblemFacts facts={facts} now={now} />
      <SpotShown areas={opened.sketch} problem={problem} others={others} small />
      <Attachments shown={opened.files} now={now} heading={<h3>{t("file.title")}</h3>} folded />
    </div>
  );
}

/** One problem being screened: what can be decided, what it is, and beside it what is like it. */
export function ScreeningDetail(props: DetailProps) {
  const { card, opened, view } = props;
  const { t } = useTranslation();
  return (
    <section
      className="screening-detail stack"
      aria-label={t("problem.screening.detail")}
      key={card.listingId}
    >
      <Head {...props} />
      {view.can.decide && <Decisions {...props} />}
      {opened.undoBar && <UndoBarred bar={opened.undoBar} month={view.day.month} number={card.number} />}
      <div className="screening-sides">
        <Matter {...props} />
        <div className="stack">
          <SimilarMatters {...props} />
          <SimilarTasks tasks={opened.similarTasks} />
        </div>
      </div>
    </section>
  );
}
