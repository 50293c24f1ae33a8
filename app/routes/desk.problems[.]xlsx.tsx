import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { translator } from "~/access/translator.server";
import { dayOf } from "~/calendar/day";
import { browseForm } from "~/problem/browse/browseForm";
import { everyProblem } from "~/problem/browse/browseProblems.server";
import { problemColumns } from "~/problem/browse/problemColumns";
import { classNamer } from "~/rules/codeNames.server";
import { tableSheet } from "~/workbook/tableSheet";
import { workbookAnswer } from "~/workbook/workbookAnswer";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";

/** The problems that the page lists with the same filters, all of them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = browseForm.parse(Object.fromEntries(new URL(request.url).searchParams));
  const t = translator(request);
  const language = requestLanguage(request);
  const columns = problemColumns(t, language, await classNamer(language));
  const sheet = tableSheet(t("problem.browse.title"), columns, everyProblem(actor, asked));
  return workbookAnswer(valueOrThrow(await writeWorkbook([sheet])), `problems-${dayOf(now)}.xlsx`);
}
