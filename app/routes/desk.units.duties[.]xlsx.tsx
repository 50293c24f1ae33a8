import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { translator } from "~/access/translator.server";
import { dutyColumns } from "~/unit/directoryColumns";
import { readDutyFilter, showDuties } from "~/unit/showDuties.server";
import { tableSheet } from "~/workbook/tableSheet";
import { workbookAnswer } from "~/workbook/workbookAnswer";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";

/** The duty list that the page shows with the same filters. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request);
  const { duties } = await showDuties(readDutyFilter(new URL(request.url).searchParams));
  const [t, language] = [translator(request), requestLanguage(request)];
  const sheet = tableSheet(t("unit.duties.title"), dutyColumns(t, language), duties);
  return workbookAnswer(valueOrThrow(await writeWorkbook([sheet])), "duties.xlsx");
}
