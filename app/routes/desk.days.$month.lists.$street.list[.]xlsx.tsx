import type { LoaderFunctionArgs } from "@remix-run/node";
import { foundOrThrow, requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { translator } from "~/access/translator.server";
import { named } from "~/i18n/language";
import { listColumns } from "~/problem/list/listColumns";
import { showList } from "~/problem/list/showList.server";
import { classNamer } from "~/rules/codeNames.server";
import { tableSheet } from "~/workbook/tableSheet";
import { workbookAnswer } from "~/workbook/workbookAnswer";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";

/** A street's list in its order, all pages of it, with all the words. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  const place = { month: params.month ?? "", street: params.street ?? "" };
  const view = foundOrThrow(await showList(actor, { ...place, whole: true }));
  const [t, language] = [translator(request), requestLanguage(request)];
  const title = t("problem.list.title", { street: named(view.street.name, language) });
  const sheet = tableSheet(title, listColumns(view, t, language, await classNamer(language)), view.rows);
  const file = valueOrThrow(await writeWorkbook([sheet]));
  return workbookAnswer(file, `list-${view.day.month}-${view.street.slug}.xlsx`);
}
