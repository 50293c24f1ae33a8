import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { translator } from "~/access/translator.server";
import { named } from "~/i18n/language";
import { dutiesWorkbook } from "~/problem/dutyFile/dutiesWorkbook";
import { classNamer } from "~/rules/codeNames.server";
import { readDutyFilter } from "~/unit/duty/DutyFilters";
import { showDuties } from "~/unit/duty/showDuties.server";
import { workbookAnswer } from "~/workbook/workbookAnswer";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";

/** The duty lists as a file, as they are shown, in the reader's language. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  const { duties } = await showDuties(actor, readDutyFilter(new URL(request.url).searchParams));
  const t = translator(request);
  const language = requestLanguage(request);
  const sheets = dutiesWorkbook(duties, {
    list: (list) => t(`duty.list.${list}`),
    head: (column) => t(`duty.field.${column}`),
    problemClass: await classNamer(language),
    unit: (unit) => named(unit.name, language),
    eachStreet: t("duty.eachStreet"),
    and: t("ui.filter.and"),
  });
  return workbookAnswer(valueOrThrow(await writeWorkbook(sheets)), "duty-lists.xlsx");
}
