import { dayOf } from "~/calendar/day";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { PlainText } from "~/ui/form/PlainText";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { Words } from "~/ui/Words";
import { AnswerTag } from "./AnswerTag";
import type { ShownAnswer } from "./answersOf.server";
import { longestAnswer } from "./residentAnswer";

/** What a page says of the refusal that is answered for: its reason by name, and the office's words. */
export interface RefusalSaid {
  reason: string | null;
  text: string | null;
}

function Answer({ answer, said, now }: { answer: ShownAnswer; said?: RefusalSaid; now: string }) {
  const { t, i18n } = useTranslation();
  return (
    <li className="stack-tight">
      <p className="cluster">
        <AnswerTag answer={answer} now={now} />
        <span className="muted small">{named(answer.unit, i18n.language)}</span>
        {answer.isEnded && <span className="muted small">{t("screening.answer.ended")}</span>}
      </p>
      {said && !answer.isEnded && (
        <p className="as-written">
          {said.reason && <strong>{said.reason}</strong>} {said.text && <Words text={said.text} />}
        </p>
      )}
      {answer.text && (
        <blockquote className="as-written">
          <Words text={answer.text} />
        </blockquote>
      )}
      {answer.canAnswer && (
        <div className="form-actions no-print">
          <ConfirmButton
            variant="primary"
            label={t("screening.answer.note")}
            consequence={<p>{t("screening.answer.noteText")}</p>}
            action=""
            name="intent"
            value="answerResident"
            hidden={{ id: answer.id }}
          >
            <PlainText
              type="date"
              name="answeredOn"
              label={t("screening.answer.day")}
              required
              max={dayOf(now)}
              defaultValue={dayOf(now)}
            />
            <PlainTextArea
              name="text"
              label={t("screening.answer.words")}
              hint={t("screening.answer.wordsHint")}
              required
              maxLength={longestAnswer}
            />
          </ConfirmButton>
        </div>
      )}
    </li>
  );
}

/** What whoever raised a problem was told of its refusal, or is to be told, with the form for who owes the answer. */
export function ResidentAnswers(props: {
  answers: readonly ShownAnswer[];
  /** By listing. */
  said: Readonly<Record<string, RefusalSaid>>;
  now: string;
}) {
  const { answers, said, now } = props;
  const { t } = useTranslation();
  if (answers.length === 0) return null;
  return (
    <section className="section stack" id="answer" tabIndex={-1} aria-labelledby="answer-title">
      <h2 id="answer-title">{t("screening.answer.title")}</h2>
      <ul className="divided">
        {answers.map((answer) => (
          <Answer key={answer.id} answer={answer} said={said[answer.listingId]} now={now} />
        ))}
      </ul>
    </section>
  );
}
