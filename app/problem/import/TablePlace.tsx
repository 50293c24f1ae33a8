import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { Notice } from "~/ui/Notice";
import type { ImportView } from "./showImport.server";

type View = Extract<ImportView, { step: "columns" }>;

function SheetField({ view }: { view: View }) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label className="field-label" htmlFor="import-sheet">
        {t("problem.import.sheetChoice")}
      </label>
      <select id="import-sheet" name="sheet" className="input select" defaultValue={view.choices.sheet}>
        {view.sheets.map(({ name, hidden }, at) => (
          <option key={name} value={at}>
            {hidden ? t("problem.import.hiddenSheet", { name }) : name}
          </option>
        ))}
      </select>
    </div>
  );
}

function HeaderField({ view }: { view: View }) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label className="field-label" htmlFor="import-header">
        {t("problem.import.headerChoice")}
      </label>
      <select id="import-header" name="header" className="input select" defaultValue={view.headerRow}>
        {view.headerRows.map(({ row, text }) => (
          <option key={row} value={row}>
            {t("problem.import.headerOption", { row, text })}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Says which sheet and which row was taken for the list and its header, and lets both be corrected. */
export function TablePlace({ view }: { view: View }) {
  const { t } = useTranslation();
  const several = view.sheets.length > 1;
  const lists = view.sheets.filter(({ list }) => list);
  // The header's row belongs to one sheet: another one is looked through anew.
  const sheet = view.choices.sheet;
  return (
    <>
      {lists.length > 1 && !view.chosen.sheet && (
        <Notice title={t("problem.import.severalLists")}>
          <p>
            {t("problem.import.severalListsText", {
              sheets: lists.map(({ name }) => name).join(t("ui.filter.and")),
              chosen: view.sheets[sheet]?.name ?? "",
            })}
          </p>
        </Notice>
      )}
      {several && (
        <Form key={`sheet ${sheet}`} method="get" className="import-place">
          <SheetField view={view} />
          <Button name="step" value="columns">
            {t("problem.import.takeSheet")}
          </Button>
        </Form>
      )}
      <Form key={`header ${sheet} ${view.headerRow}`} method="get" className="import-place">
        <input type="hidden" name="sheet" value={sheet} />
        <HeaderField view={view} />
        <Button name="step" value="columns">
          {t("problem.import.takeHeader")}
        </Button>
      </Form>
    </>
  );
}
