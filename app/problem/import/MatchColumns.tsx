import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { type ImportField, importFields } from "./columns";
import type { ImportView } from "./showImport.server";
import { TablePlace } from "./TablePlace";
import "./import.css";

type View = Extract<ImportView, { step: "columns" }>;

function ColumnChoice({ field, view }: { field: ImportField; view: View }) {
  const { t } = useTranslation();
  const matched = view.choices.columns[field];
  const [column, setColumn] = useState(matched === undefined ? "" : String(matched));
  const examples = view.headers[Number(column)]?.examples ?? [];
  const id = `column-${field}`;
  return (
    <tr>
      <th scope="row">
        <label htmlFor={id}>{t(`problem.import.field.${field}`)}</label>
      </th>
      <td>
        <select
          id={id}
          name={field}
          className="input select"
          value={column}
          onChange={(event) => setColumn(event.currentTarget.value)}
        >
          <option value="">{t("problem.import.none")}</option>
          {view.headers.map(({ header }, at) => (
            <option key={header} value={at}>
              {header}
            </option>
          ))}
        </select>
      </td>
      <td className="import-examples">
        {column !== "" &&
          examples.length > 0 &&
          t("problem.import.examples", { text: examples.join(" ｜ ") })}
      </td>
    </tr>
  );
}

/** Shows the second step: which column of the file is what, as the headers tell it, with examples. */
export function MatchColumns({ view }: { view: View }) {
  const { t } = useTranslation();
  const used = new Set(Object.values(view.choices.columns));
  const unused = view.headers.filter((_, at) => !used.has(at)).map(({ header }) => header);
  const { sheet, wordless } = view.choices;
  return (
    <div className="stack">
      <p className="muted">
        {t("problem.import.chosen", { name: view.file, count: view.rowCount })}{" "}
        {t("problem.import.headerRow", { row: view.headerRow })}
      </p>
      <TablePlace view={view} />
      <Form key={`${sheet} ${view.headerRow}`} method="get" className="stack">
        <input type="hidden" name="sheet" value={sheet} />
        <input type="hidden" name="header" value={view.headerRow} />
        {wordless && <input type="hidden" name="wordless" value={wordless} />}
        <p>{t("problem.import.columnsText")}</p>
        <table className="import-columns">
          <caption className="visually-hidden">{t("problem.import.columnsTitle")}</caption>
          <tbody>
            {importFields.map((field) => (
              <ColumnChoice key={field} field={field} view={view} />
            ))}
          </tbody>
        </table>
        {unused.length > 0 && (
          <p className="muted small">
            {t("problem.import.unused", { columns: unused.join(t("ui.filter.and")) })}
          </p>
        )}
        <div className="form-actions">
          <Button variant="primary" name="step" value="rows">
            {t("problem.import.toRows")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
