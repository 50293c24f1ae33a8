import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { translator } from "~/access/translator.server";
import { unitColumns, unitRows } from "~/unit/directoryColumns";
import { showUnits } from "~/unit/showUnits.server";
import { tableSheet } from "~/workbook/tableSheet";
import { workbookAnswer } from "~/workbook/workbookAnswer";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";

/** The directory of units with who holds their posts. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { now } = await requireActor(request);
  const { units } = await showUnits(now);
  const [t, language] = [translator(request), requestLanguage(request)];
  const sheet = tableSheet(t("unit.title"), unitColumns(t, language), unitRows(units));
  return workbookAnswer(valueOrThrow(await writeWorkbook([sheet])), "units.xlsx");
}
