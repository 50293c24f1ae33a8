import { useTranslation } from "react-i18next";
import { named } from "~/i18n/language";
import type { LedgerLine } from "./listLedger.server";
import "./ledger.css";

type Change = LedgerLine["changes"][number];

function Values({ change }: { change: Change }) {
  const { t, i18n } = useTranslation();
  const { before, after } = change;
  return (
    <>
      {before && (
        <del>
          <span className="visually-hidden">{t("ledger.before")} </span>
          {named(before, i18n.language)}
        </del>
      )}
      {before && after && <span aria-hidden="true"> → </span>}
      {after && (
        <ins>
          {before && <span className="visually-hidden">{t("ledger.after")} </span>}
          {named(after, i18n.language)}
        </ins>
      )}
    </>
  );
}

function List({ changes }: { changes: Change[] }) {
  const { t } = useTranslation();
  return (
    <dl className="ledger-changes">
      {changes.map((change) => (
        <div key={change.path}>
          <dt>{t(`ledger.field.${change.path}`, { defaultValue: change.path })}</dt>
          <dd>
            <Values change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const inSight = 4;

/** What an event changed, field by field; long lists fold. */
export function LedgerChanges({ changes }: { changes: Change[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  if (changes.length <= inSight + 1) return <List changes={changes} />;
  return (
    <>
      <List changes={changes.slice(0, inSight)} />
      <details className="ledger-many">
        <summary>{t("ui.more")}</summary>
        <List changes={changes.slice(inSight)} />
      </details>
    </>
  );
}
