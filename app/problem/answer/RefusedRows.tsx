import { Link } from "@remix-run/react";
import { problemAddress } from "~/address/problems";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import type { PlaceState } from "~/problem/listing";
import { ListingTag } from "~/problem/StateTags";
import { Words } from "~/ui/Words";
import { AnswerTag } from "./AnswerTag";
import type { AnswerStanding } from "./residentAnswer";

/** A row of a list with what the office decided about it. */
interface DecidedRow {
  number: string;
  title: string;
  state: PlaceState;
  decision: { code: string | null; text: string | null };
  answer: AnswerStanding | null;
}

interface RefusedRowsProps {
  rows: readonly DecidedRow[];
  /** The reader is who answers the resident, or works beside them. */
  answers: boolean;
  now: string;
}

function Refused({ row, answers, now }: { row: DecidedRow } & Omit<RefusedRowsProps, "rows">) {
  const { t } = useTranslation();
  const { nameOf } = useCodeNames("refusalReasons");
  const { number, title, state, decision, answer } = row;
  return (
    <li className="stack-tight">
      <p className="cluster">
        <ListingTag state={state} />
        <Link to={problemAddress(number)}>
          <span className="num">{number}</span> <strong>{title}</strong>
        </Link>
      </p>
      <p className="as-written">
        {decision.code && <strong>{nameOf(decision.code)}</strong>}{" "}
        {decision.text && <Words text={decision.text} />}
      </p>
      {answer && (
        <p className="cluster small">
          <AnswerTag answer={answer} now={now} />
          {answers && !answer.answeredOn && (
            <Link to={`${problemAddress(number)}#answer`}>{t("screening.answer.see")}</Link>
          )}
        </p>
      )}
    </li>
  );
}

/** What of a list the office did not take onto the agenda: the reason, its words, and who is to be answered until when. */
export function RefusedRows({ rows, ...props }: RefusedRowsProps) {
  const { t } = useTranslation();
  const shown = rows.filter(({ state }) => state === "refused" || state === "deferred");
  if (shown.length === 0) return null;
  return (
    <section className="section stack" aria-labelledby="refused-title">
      <h2 id="refused-title">{t("screening.answer.notTaken", { count: shown.length })}</h2>
      <ul className="divided">
        {shown.map((row) => (
          <Refused key={row.number} row={row} {...props} />
        ))}
      </ul>
    </section>
  );
}
