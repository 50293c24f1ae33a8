import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button, buttonClass } from "~/ui/Button";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { PlainText } from "~/ui/form/PlainText";
import { OnceForm } from "~/ui/OnceForm";
import { PlainUnitBox } from "~/unit/typing/UnitBox";
import type { UnitChoice } from "~/unit/typing/unitMatch";
import { ledgerTextLimits, meansMany, noUnit } from "./choices";
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
  const { t } = useTranslation();
  const { unknown, choices } = ledger;
  const units = useNameChoices(ledger);
  // What was chosen stays to be seen, and to be changed, though the name is known by it now.
  const chosen = choices.units.filter(
    ({ name, unitId }) => unitId && !unknown.some((one) => one.name === name),
  );
  const names = [...unknown, ...chosen.map(({ name }) => ({ name, rows: 0 }))];
  if (names.length === 0) return null;
  return (
    <fieldset className="takeover-names">
      <legend className="field-label">{t("takeover.names")}</legend>
      <p className="field-hint">{t("takeover.namesHint")}</p>
      {names.map(({ name, rows }, at) => {
        const said = choices.units.find((one) => one.name === name)?.unitId;
        const likely = !said && meansMany(name) ? noUnit : undefined;
        const hints = [
          rows > 0 && t("takeover.inRows", { count: rows }),
          likely !== undefined && t("takeover.many"),
        ].filter((hint) => hint !== false);
        return (
          <div key={name}>
            <input type="hidden" name={`units[${at}].name`} value={name} />
            <PlainUnitBox
              name={`units[${at}].unitId`}
              label={name}
              hint={hints.length > 0 ? hints.join(" · ") : undefined}
              units={units}
              defaultValue={said ?? likely}
              optional={false}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

/** The units that a name may mean, and first of all that it means none. */
function useNameChoices({ units }: ShownLedger): UnitChoice[] {
  const { t } = useTranslation();
  const none = t("takeover.noUnit");
  const read = { name: [], short: [], lead: 0 };
  return [{ id: noUnit, name: { zh: none, en: none }, shortZh: "", read }, ...units];
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
      <PlainText
        name="dueDate"
        type="date"
        label={t("takeover.dueDate")}
        hint={t("takeover.dueDateHint")}
        defaultValue={choices.dueDate}
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
