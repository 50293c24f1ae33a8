import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { type ImportField, importFields } from "./columns";
import type { ImportView } from "./showImport.server";
import { TablePlace } from "./TablePlace";
import "./import.css";

type View = Extract<ImportView, { step: "columns" }>;

interface ChoiceProps {
  field: ImportField;
  view: View;
  /** The number of the column, "" for none. */
  column: string;
  onChoose: (column: string) => void;
}

function ColumnChoice({ field, view, column, onChoose }: ChoiceProps) {
  const { t } = useTranslation();
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
          onChange={(event) => onChoose(event.currentTarget.value)}
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

type Chosen = Partial<Record<ImportField, string>>;

function UnusedColumns({ view, chosen }: { view: View; chosen: Chosen }) {
  const { t } = useTranslation();
  const used = Object.values(chosen);
  const unused = view.headers.filter((_, at) => !used.includes(String(at))).map(({ header }) => header);
  if (unused.length === 0) return null;
  return (
    <p className="import-unused">
      {t("problem.import.unused", { columns: unused.join(t("ui.filter.and")) })}
    </p>
  );
}

function ColumnForm({ view }: { view: View }) {
  const { t } = useTranslation();
  const { sheet, wordless, columns } = view.choices;
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(importFields.map((field) => [field, String(columns[field] ?? "")])),
  );
  return (
    <Form method="get" className="stack">
      <input type="hidden" name="sheet" value={sheet} />
      <input type="hidden" name="header" value={view.headerRow} />
      {wordless && <input type="hidden" name="wordless" value={wordless} />}
      <p>{t("problem.import.columnsText")}</p>
      <UnusedColumns view={view} chosen={chosen} />
      <table className="import-columns">
        <caption className="visually-hidden">{t("problem.import.columnsTitle")}</caption>
        <tbody>
          {importFields.map((field) => (
            <ColumnChoice
              key={field}
              field={field}
              view={view}
              column={chosen[field] ?? ""}
              onChoose={(column) => setChosen((before) => ({ ...before, [field]: column }))}
            />
          ))}
        </tbody>
      </table>
      <div className="form-actions">
        <Button variant="primary" name="step" value="rows">
          {t("problem.import.toRows")}
        </Button>
      </div>
    </Form>
  );
}

/** Shows the second step: which column of the file is what, as the headers tell it, with examples. */
export function MatchColumns({ view }: { view: View }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <p className="muted">
        {t("problem.import.chosen", { name: view.file, count: view.rowCount })}{" "}
        {t("problem.import.headerRow", { row: view.headerRow })}
      </p>
      <TablePlace view={view} />
      <ColumnForm key={`${view.choices.sheet} ${view.headerRow}`} view={view} />
    </div>
  );
}
