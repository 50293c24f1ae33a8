import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { dayOf } from "~/calendar/day";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { allTasks } from "~/task/list/allTasks.server";
import { readTaskFilter } from "~/task/list/taskFilter";
import { tasksWorkbook } from "~/task/list/tasksWorkbook.server";
import { workbookTexts } from "~/task/list/workbookTexts.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const tasks = await allTasks(actor, readTaskFilter(new URL(request.url).searchParams), now);
  const language = requestLanguage(request);
  const t = createTranslate(language, texts[language]);
  const file = await tasksWorkbook(tasks, workbookTexts(t, language));
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="tasks-${dayOf(now)}.xlsx"`,
      "Cache-Control": "no-store",
    },
  });
}
