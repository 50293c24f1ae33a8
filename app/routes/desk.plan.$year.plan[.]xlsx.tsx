import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { translator } from "~/access/translator.server";
import { planColumns } from "~/plan/year/planColumns";
import { showPlan } from "~/plan/year/showPlan.server";
import { tableSheet } from "~/workbook/tableSheet";
import { workbookAnswer } from "~/workbook/workbookAnswer";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";

/** A year's plan, a row for each month. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const { year, rows } = valueOrThrow(await showPlan(actor, Number(params.year), now));
  const [t, language] = [translator(request), requestLanguage(request)];
  const sheet = tableSheet(t("plan.title", { year }), planColumns(t, language), rows);
  return workbookAnswer(valueOrThrow(await writeWorkbook([sheet])), `plan-${year}.xlsx`);
}
