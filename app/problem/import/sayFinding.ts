import type { Translate } from "~/i18n/textKey";
import { type ImportField, importFields } from "./columns";
import type { CellFinding } from "./importedRow";

/** Says what was found in a cell, and in which field where the words alone do not tell. */
export function sayFinding(t: Translate, finding: CellFinding): string {
  const field = importFields.find((one: ImportField) => one === finding.column);
  return t(`problem.import.finding.${finding.code}`, {
    ...finding,
    field: field ? t(`problem.import.field.${field}`) : "",
  });
}
