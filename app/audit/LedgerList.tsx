import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { named } from "~/i18n/language";
import { DateText } from "~/ui/DateText";
import { Person } from "~/ui/Person";
import { LedgerChanges } from "./LedgerChanges";
import type { LedgerLine } from "./listLedger.server";
import "./ledger.css";

function Subject({ subject }: Pick<LedgerLine, "subject">) {
  const { t, i18n } = useTranslation();
  const kind = t([`ledger.kind.${subject.kind}`, "ledger.unknownKind"]);
  const words = subject.name ? `${kind} ${named(subject.name, i18n.language)}` : kind;
  const to = subject.name?.to;
  return to ? <Link to={to}>{words}</Link> : <span>{words}</span>;
}

function Line({ line, now }: { line: LedgerLine; now: string }) {
  const { t, i18n } = useTranslation();
  const { who, verb } = line;
  return (
    <li>
      <div className="ledger-when">
        <p>
          <DateText value={line.at} now={now} withTime />
        </p>
        <p className="num">{t("ledger.number", { number: line.sequence })}</p>
      </div>
      <div className="ledger-what">
        <p>
          {who ? (
            <Person name={who.name} post={who.post ? named(who.post, i18n.language) : undefined} />
          ) : (
            t("ledger.system")
          )}{" "}
          <strong>{t([`ledger.verb.${verb}`, "ledger.unknownVerb"], { verb })}</strong>{" "}
          <Subject subject={line.subject} />
        </p>
        <LedgerChanges changes={line.changes} kind={line.subject.kind} now={now} />
      </div>
    </li>
  );
}

/** Events, newest first: who did what to which thing, and what changed. */
export function LedgerList({ lines, now }: { lines: LedgerLine[]; now: string }) {
  const { t } = useTranslation();
  return (
    <ol className="ledger divided" aria-label={t("ledger.caption")}>
      {lines.map((line) => (
        <Line key={line.sequence} line={line} now={now} />
      ))}
    </ol>
  );
}
