import { Link } from "@remix-run/react";
import type { FormAnswer } from "~/access/formAnswer";
import { noteAddress } from "~/address/minutesAddress";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { RecordDifferenceView } from "~/record/difference/RecordDifference";
import { DateText } from "~/ui/DateText";
import { Person } from "~/ui/Person";
import { StateTag, type Tone } from "~/ui/StateTag";
import type { CorrectionState } from "./correction";
import { DecideCorrection } from "./DecideCorrection";
import type { Who } from "./presentCorrection.server";
import type { CorrectionLine, CorrectionsPage } from "./showCorrections.server";

const tones: Record<CorrectionState, Tone> = { waiting: "warn", adopted: "good", refused: "neutral" };

function Somebody({ who }: { who: Who | null }) {
  const { t, i18n } = useTranslation();
  if (!who) return <>{t("correction.unknownPerson")}</>;
  const post = [named(who.unit, i18n.language), named(who.post, i18n.language)].filter(Boolean).join(" ");
  return <Person name={who.name} post={post} />;
}

function Outcome({ line, slug }: { line: CorrectionLine; slug: string }) {
  const { t } = useTranslation();
  const { note, reason } = line.decision ?? { note: null, reason: "" };
  if (line.state === "refused") return <>{t("correction.reason", { reason })}</>;
  if (note === null) return <>{t("correction.adoptedLive")}</>;
  return (
    <Link to={noteAddress(slug, note.minutes, note.number)}>
      {t("correction.adoptedAsNote", { number: note.number })}
    </Link>
  );
}

function Decision({ line, page }: { line: CorrectionLine; page: CorrectionsPage }) {
  const { decision } = line;
  if (!decision) return null;
  return (
    <footer className="correction-decision">
      <p className="as-written">
        <Outcome line={line} slug={page.meeting.slug} />
      </p>
      <p className="small muted">
        <Somebody who={decision.by} /> · <DateText value={decision.at} now={page.now} withTime />
      </p>
    </footer>
  );
}

/** One proposed correction: whose, when, what it would change, and what was decided or can be. */
export function CorrectionCard(props: { line: CorrectionLine; page: CorrectionsPage; answer?: FormAnswer }) {
  const { line, page, answer } = props;
  const { t } = useTranslation();
  const { difference, state } = line;
  return (
    <article className="correction" id={`correction-${line.id}`} data-state={state}>
      <header className="correction-head">
        <h3>
          <Somebody who={line.by} />
        </h3>
        <StateTag tone={tones[state]}>{t(`correction.state.${state}`)}</StateTag>
        <p className="small muted">
          <DateText value={line.at} now={page.now} withTime /> · {t(`correction.origin.${line.origin}`)}
        </p>
      </header>
      {difference ? (
        <RecordDifferenceView difference={difference} units={page.units} now={page.now} />
      ) : (
        <p className="muted">{t("correction.unreadable")}</p>
      )}
      <Decision line={line} page={page} />
      {page.decides && state === "waiting" && <DecideCorrection line={line} page={page} answer={answer} />}
    </article>
  );
}
