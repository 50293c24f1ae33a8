import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button, buttonClass } from "~/ui/Button";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { PlainText } from "~/ui/form/PlainText";
import { OnceForm } from "~/ui/OnceForm";
import { ledgerTextLimits, noUnit } from "./choices";
import { ledgerColumns } from "./ledgerColumns";
import { finishedMeanings } from "./ledgerState";
import type { ShownLedger } from "./showTakeover.server";

/** What the rows leave open, asked once for all of them; a change is seen in the rows below. */
export function MatchLedger({ ledger }: { ledger: ShownLedger }) {
  const { t } = useTranslation();
  const open = ledger.counts.refused > 0;
  return (
    <OnceForm className="form takeover-match" preventScrollReset>
      <input type="hidden" name="intent" value="choose" />
      <h2>{t("takeover.match")}</h2>
      <Names ledger={ledger} />
      <Missing ledger={ledger} />
      <Columns ledger={ledger} />
      <div className="form-actions">
        <Button variant={open ? "primary" : "secondary"}>{t("takeover.apply")}</Button>
      </div>
    </OnceForm>
  );
}

function Names({ ledger }: { ledger: ShownLedger }) {
  const { t, i18n } = useTranslation();
  const { unknown, choices, units } = ledger;
  // What was chosen stays to be seen, and to be changed, though the name is known by it now.
  const chosen = choices.units.filter(
    ({ name, unitId }) => unitId && !unknown.some((one) => one.name === name),
  );
  const names = [...unknown, ...chosen.map(({ name }) => ({ name, rows: 0 }))];
  if (names.length === 0) return null;
  const options = [
    { value: noUnit, label: t("takeover.noUnit") },
    ...units.map((unit) => ({ value: unit.id, label: named(unit.name, i18n.language) })),
  ];
  return (
    <fieldset className="takeover-names">
      <legend className="field-label">{t("takeover.names")}</legend>
      <p className="field-hint">{t("takeover.namesHint")}</p>
      {names.map(({ name, rows }, at) => (
        <div key={name}>
          <input type="hidden" name={`units[${at}].name`} value={name} />
          <PlainSelect
            name={`units[${at}].unitId`}
            label={name}
            hint={rows > 0 ? t("takeover.inRows", { count: rows }) : undefined}
            options={options}
            defaultValue={choices.units.find((one) => one.name === name)?.unitId}
          />
        </div>
      ))}
    </fieldset>
  );
}

function Missing({ ledger }: { ledger: ShownLedger }) {
  const { t, i18n } = useTranslation();
  const { choices, units, officeId } = ledger;
  const streets = units.filter(({ kind }) => kind === "street");
  return (
    <fieldset className="takeover-names">
      <legend className="field-label">{t("takeover.missing")}</legend>
      <PlainText
        name="sourceName"
        label={t("takeover.sourceName")}
        maxLength={ledgerTextLimits.name}
        defaultValue={choices.sourceName}
      />
      <PlainText
        name="sourceDate"
        type="date"
        label={t("takeover.sourceDate")}
        defaultValue={choices.sourceDate}
      />
      <PlainSelect
        name="streetId"
        label={t("takeover.street")}
        hint={t("takeover.streetHint")}
        optional
        options={[
          { value: officeId, label: t("takeover.office") },
          ...streets.map((unit) => ({ value: unit.id, label: named(unit.name, i18n.language) })),
        ]}
        defaultValue={choices.streetId}
      />
      <PlainSelect
        name="finished"
        label={t("takeover.finished")}
        hint={t("takeover.finishedHint")}
        blank={null}
        options={finishedMeanings.map((one) => ({ value: one, label: t(`takeover.meaning.${one}`) }))}
        defaultValue={choices.finished}
      />
    </fieldset>
  );
}

function Columns({ ledger: { headers, columns } }: { ledger: ShownLedger }) {
  const { t } = useTranslation();
  return (
    <details className="fold">
      <summary className={buttonClass("secondary", "small")}>{t("takeover.columns")}</summary>
      <div className="takeover-names fold-body">
        {ledgerColumns.map((column) => (
          <PlainSelect
            key={column}
            name={`columns.${column}`}
            label={t(`takeover.column.${column}`)}
            blank={t("takeover.noColumn")}
            options={headers.map((header) => ({ value: header, label: header }))}
            defaultValue={columns[column] === undefined ? "" : headers[columns[column]]}
          />
        ))}
      </div>
    </details>
  );
}
