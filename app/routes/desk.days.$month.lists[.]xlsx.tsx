import type { LoaderFunctionArgs } from "@remix-run/node";
import { foundOrThrow, requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { translator } from "~/access/translator.server";
import { listsColumns } from "~/problem/browse/listsColumns";
import { showLists } from "~/problem/list/showLists.server";
import { tableSheet } from "~/workbook/tableSheet";
import { workbookAnswer } from "~/workbook/workbookAnswer";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";

/** Where every street stands with its list, as the district's page shows it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  const view = foundOrThrow(await showLists(actor, params.month ?? ""));
  const t = translator(request);
  const sheet = tableSheet(t("problem.lists.caption"), listsColumns(t, requestLanguage(request)), view.lists);
  return workbookAnswer(valueOrThrow(await writeWorkbook([sheet])), `lists-${view.day.month}.xlsx`);
}
