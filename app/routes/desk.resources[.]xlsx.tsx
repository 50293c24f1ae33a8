import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { translator } from "~/access/translator.server";
import { dayOf } from "~/calendar/day";
import { everyNeed, everyOffer, listResources } from "~/meeting/resource/listResources.server";
import { browseResourcesForm } from "~/meeting/resource/resourceBrowse";
import { needColumns, offerColumns } from "~/meeting/resource/resourceColumns";
import { tableSheet } from "~/workbook/tableSheet";
import { workbookAnswer } from "~/workbook/workbookAnswer";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";

/** The needs, or the offers, that the page lists with the same filters, all of them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = browseResourcesForm.parse(Object.fromEntries(new URL(request.url).searchParams));
  valueOrThrow(await listResources(actor, asked, now));
  const t = translator(request);
  const language = requestLanguage(request);
  const sheet =
    asked.show === "needs"
      ? tableSheet(t("resource.needs"), needColumns(t, language), everyNeed(actor, asked, now))
      : tableSheet(t("resource.offers"), offerColumns(t, language), everyOffer(actor, asked, now));
  return workbookAnswer(valueOrThrow(await writeWorkbook([sheet])), `resources-${dayOf(now)}.xlsx`);
}
