import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { translator } from "~/access/translator.server";
import { named } from "~/i18n/language";
import { type ImportField, importFields } from "~/problem/import/columns";
import { listTemplate } from "~/problem/import/listTemplate.server";
import { powersLacking, problemSources } from "~/problem/problem";
import { codeNames } from "~/rules/codeNames.server";
import { offered } from "~/rules/ruleLists";
import { workbookAnswer } from "~/workbook/workbookAnswer";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";

/** The empty list as a file, in the reader's language. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request);
  const t = translator(request);
  const language = requestLanguage(request);
  const codes = await codeNames();
  const names: Partial<Record<ImportField, string>> = {
    problemClass: offered(codes.classes)
      .map((one) => named(one, language))
      .join(t("ui.filter.and")),
    powerLacking: powersLacking.map((one) => t(`problem.power.${one}`)).join(t("ui.filter.and")),
    source: problemSources.map((one) => t(`problem.source.${one}`)).join(t("ui.filter.and")),
  };
  const all = (word: (field: ImportField) => string) =>
    Object.fromEntries(importFields.map((field) => [field, word(field)])) as Record<ImportField, string>;
  const sheets = listTemplate({
    sheet: t("problem.import.sheet"),
    notes: t("problem.import.notes"),
    header: all((field) => t(`problem.import.field.${field}`)),
    note: all((field) => t(`problem.import.note.${field}`, { names: names[field] })),
  });
  return workbookAnswer(valueOrThrow(await writeWorkbook(sheets)), "problem-list.xlsx");
}
