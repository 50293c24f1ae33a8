import { Link } from "@remix-run/react";
import { minutesNumber } from "~/address/minutesAddress";
import { taskAddress } from "~/address/tasks";
import { dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { Gapped } from "~/meeting/sheet/Gapped";
import { titleCharacters } from "~/meeting/sheet/paperLayout";
import { titleLines } from "~/meeting/sheet/textLines";
import { AnnexList, AnnexTables } from "./AnnexTables";
import { PaperNotes } from "./ChangeNotes";
import type { StoredNote } from "./changeNote";
import { type Paper, shortHash } from "./paper";
import { type Block, type WordedPaper, wordPaper } from "./paperBlocks";
import { paperPages } from "./paperPages";
import type { IssuedFacts } from "./showMinutes.server";

function Head({ words, issued }: { words: WordedPaper; issued: IssuedFacts | null }) {
  const { t } = useTranslation();
  return (
    <header className="paper-head">
      <p className="paper-mark">
        {words.mark.map((part) => (
          <span key={part}>{part} </span>
        ))}
      </p>
      <p className="paper-number">{issued ? minutesNumber(issued) : t("session.paper.draft")}</p>
    </header>
  );
}

function TaskLink({ number }: { number: string | undefined }) {
  if (!number) return null;
  return (
    <Link className="paper-task num no-print" to={taskAddress(number)}>
      {number}
    </Link>
  );
}

function Part({ block, issued }: { block: Block; issued: IssuedFacts | null }) {
  switch (block.kind) {
    case "heading1":
      return (
        <h3 className="paper-h1">
          <Gapped text={block.text} />
        </h3>
      );
    case "heading2":
      return (
        <h4 className="paper-h2" id={`topic-${block.topicId}`}>
          <Gapped text={block.text} />
        </h4>
      );
    case "resolution":
      return (
        <p className="paper-resolution" id={`resolution-${block.resolutionId}`}>
          <Gapped text={block.text} />
        </p>
      );
    case "terms":
      return (
        <p>
          <Gapped text={block.text} /> <TaskLink number={issued?.tasks[block.resolutionId]} />
        </p>
      );
    default:
      return (
        <p>
          <Gapped text={block.text} />
        </p>
      );
  }
}

function Attendance({ words }: { words: WordedPaper }) {
  const { t } = useTranslation();
  return (
    <dl className="paper-attendance">
      {words.attendance.map(({ label, people }) => (
        <div key={label}>
          <dt>
            {label}
            {t("session.colon")}
          </dt>
          <dd>
            <Gapped text={people.join(t("session.semicolon"))} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function EndBlock({ words, issued }: { words: WordedPaper; issued: IssuedFacts | null }) {
  const { t, i18n } = useTranslation();
  const meeting = issued && writtenDay(dayOf(issued.issuedAt), i18n.language);
  return (
    <footer className="paper-end">
      <p>
        {t("session.paper.copies")}
        {words.copies}
        {t("session.stop")}
      </p>
      <p className="paper-line">
        <span>{words.office}</span>
        <span>{meeting ? t("session.paper.printed", { date: meeting }) : t("session.paper.draft")}</span>
      </p>
    </footer>
  );
}

/** What a printed sheet keeps of the ledger, for whoever compares them later; small, above the end block. */
function LedgerHead({ issued }: { issued: IssuedFacts | null }) {
  const { t } = useTranslation();
  if (!issued?.ledgerHead) return null;
  const { sequence, hash } = issued.ledgerHead;
  return (
    <p className="paper-ledger num">
      {t("session.minutes.ledgerHeadShort", { sequence, hash: shortHash(hash) })}
    </p>
  );
}

/** On the screen the page says so above the sheet; a printed sheet has to say it itself. */
function Replaced({ issued }: { issued: IssuedFacts | null }) {
  const { t } = useTranslation();
  if (!issued?.replacedBy) return null;
  return (
    <p className="paper-replaced">
      {t("amendment.replacedPaper", { minutes: minutesNumber(issued.replacedBy) })}
    </p>
  );
}

/** In Chinese each line is one that the paper has; narrower, they break further. */
function Title({ text }: { text: string }) {
  const { i18n } = useTranslation();
  const lines = i18n.language === "en" ? [text] : titleLines(text, titleCharacters);
  return (
    <h2 className="paper-title" id="paper-title">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </h2>
  );
}

/** The minutes as the paper looks: GB/T 9704 on a sheet, narrower on a phone. */
export function PaperSheet(props: {
  paper: Paper;
  issued: IssuedFacts | null;
  notes: readonly StoredNote[];
}) {
  const { paper, issued, notes } = props;
  const { t, i18n } = useTranslation();
  const words = wordPaper(paper, t, i18n.language);
  return (
    <article className="paper" aria-labelledby="paper-title" data-draft={issued ? undefined : ""}>
      <div className="paper-issued" data-pages={paperPages(words).pages}>
        <Replaced issued={issued} />
        <Head words={words} issued={issued} />
        <Title text={words.title} />
        {words.amends.length > 0 && (
          <div className="paper-amends">
            {words.amends.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
        <div className="paper-body">
          {words.body.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text made anew on every load
            <Part key={at} block={block} issued={issued} />
          ))}
        </div>
        <AnnexList words={words} />
        <Attendance words={words} />
        <AnnexTables words={words} />
        <LedgerHead issued={issued} />
        <EndBlock words={words} issued={issued} />
      </div>
      <PaperNotes notes={notes} behind={issued} office={words.office} />
    </article>
  );
}
