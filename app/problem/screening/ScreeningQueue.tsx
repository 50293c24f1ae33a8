import { Link } from "@remix-run/react";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { AnswerTag } from "~/problem/answer/AnswerTag";
import { StateTag } from "~/ui/StateTag";
import { Words } from "~/ui/Words";
import { decidedStates } from "./decision";
import type { ScreenedView } from "./showScreening.server";

function Marks({ card }: { card: ScreenedView }) {
  const { t } = useTranslation();
  const { isLate, marks } = card;
  if (!isLate && !marks) return null;
  return (
    <p className="screening-marks">
      {isLate && <StateTag tone="warn">{t("screening.mark.late")}</StateTag>}
      {marks && marks.failed > 0 && (
        <StateTag tone="bad">{t("screening.mark.failed", { count: marks.failed })}</StateTag>
      )}
      {marks && marks.toJudge > 0 && (
        <StateTag tone="neutral">{t("screening.mark.toJudge", { count: marks.toJudge })}</StateTag>
      )}
      {marks && marks.similar > 0 && (
        <StateTag tone="info">{t("screening.mark.similar", { count: marks.similar })}</StateTag>
      )}
    </p>
  );
}

/** What was decided besides the word for it: why, into which, and what was merged into it. */
function Decided({ card, now }: { card: ScreenedView; now: string }) {
  const { t } = useTranslation();
  const { nameOf } = useCodeNames("refusalReasons");
  return (
    <>
      {card.decisionCode && <p className="small">{nameOf(card.decisionCode)}</p>}
      {card.answer && (
        <p className="small">
          <AnswerTag answer={card.answer} now={now} />
        </p>
      )}
      {card.sameAs && (
        <p className="small">{t("problem.screening.sameAs", { number: card.sameAs.number })}</p>
      )}
      {card.carries.length > 0 && (
        <p className="small">
          {t("problem.screening.carries", { numbers: card.carries.join(t("ui.filter.and")) })}
        </p>
      )}
    </>
  );
}

function Card({ card, open, now }: { card: ScreenedView; open: boolean; now: string }) {
  const { i18n } = useTranslation();
  const { nameOf } = useCodeNames("classes");
  return (
    <li data-open={open ? "" : undefined}>
      <Link to={`?open=${card.listingId}`} preventScrollReset aria-current={open ? "true" : undefined}>
        <Words text={card.title} />
      </Link>
      <p className="small muted">
        <span className="num">{card.number}</span> {named(card.community ?? card.street, i18n.language)} ·{" "}
        {nameOf(card.problemClass)}
      </p>
      <Marks card={card} />
      <Decided card={card} now={now} />
    </li>
  );
}

interface QueueProps {
  rows: readonly ScreenedView[];
  /** The listing that is opened. */
  open: string | undefined;
  now: string;
}

function Cards({ rows, open, now }: QueueProps) {
  return (
    <ul className="screening-cards">
      {rows.map((card) => (
        <Card key={card.listingId} card={card} open={card.listingId === open} now={now} />
      ))}
    </ul>
  );
}

/** What waits for its decision, in the order of the lists; below it what was decided, by decision. */
export function ScreeningQueue({ rows, ...shown }: QueueProps) {
  const { t } = useTranslation();
  const inState = (state: string) => rows.filter((row) => row.state === state);
  const waiting = inState("submitted");
  return (
    <nav className="screening-queue" aria-label={t("screening.queue")}>
      <section>
        <h2>
          {t("problem.state.submitted")} <span className="num muted">{waiting.length}</span>
        </h2>
        {waiting.length === 0 && <p className="muted">{t("screening.allDecided")}</p>}
        <Cards rows={waiting} {...shown} />
      </section>
      {decidedStates.map((state) => {
        const cards = inState(state);
        if (cards.length === 0) return null;
        return (
          <section key={state}>
            <h2>
              {t(`problem.state.${state}`)} <span className="num muted">{cards.length}</span>
            </h2>
            <Cards rows={cards} {...shown} />
          </section>
        );
      })}
    </nav>
  );
}
