import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { dayOf } from "~/calendar/day";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { allTasks } from "~/task/list/allTasks.server";
import { readTaskFilter } from "~/task/list/taskFilter";
import { tasksWorkbook } from "~/task/list/tasksWorkbook.server";
import { workbookTexts } from "~/task/list/workbookTexts.server";
import { workbookAnswer } from "~/workbook/workbookAnswer";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const tasks = await allTasks(actor, readTaskFilter(new URL(request.url).searchParams), now);
  const language = requestLanguage(request);
  const t = createTranslate(language, texts[language]);
  const file = valueOrThrow(await writeWorkbook([tasksWorkbook(tasks, workbookTexts(t, language))]));
  return workbookAnswer(file, `tasks-${dayOf(now)}.xlsx`);
}
