import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seesContents } from "~/access/actor";
import { requireActor } from "~/access/request.server";
import { resourcesAddress } from "~/address/resources";
import { useTranslation } from "~/i18n/useTranslation";
import { showLedger } from "~/task/list/showTasks.server";
import { TaskBoard } from "~/task/list/TaskBoard";
import { TaskFilters } from "~/task/list/TaskFilters";
import { TaskTable } from "~/task/list/TaskTable";
import { TaskTimetable } from "~/task/list/TaskTimetable";
import { TaskViews } from "~/task/list/TaskViews";
import { readTaskFilter, taskQuery } from "~/task/list/taskFilter";
import { ButtonLink } from "~/ui/ButtonLink";
import { PageHead } from "~/ui/PageHead";
import { Pager } from "~/ui/Pager";
import { pageTitle } from "~/ui/pageTitle";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("task.list.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const filter = readTaskFilter(new URL(request.url).searchParams);
  return { ...(await showLedger(actor, filter, now)), opensResources: seesContents(actor), filter, now };
}

export default function TasksPage() {
  const { page, board, milestones, choices, opensResources, filter, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { before, after } = page;
  return (
    <>
      <PageHead
        title={t("task.list.title")}
        actions={
          <>
            {opensResources && (
              <ButtonLink variant="quiet" to={resourcesAddress}>
                {t("resource.title")}
              </ButtonLink>
            )}
            <a className="btn btn-secondary" href={`/desk/tasks.xlsx${taskQuery(filter)}`}>
              {t("task.list.export")}
            </a>
          </>
        }
      />
      <TaskViews filter={filter} />
      <TaskFilters filter={filter} choices={choices} />
      {filter.view === "board" && <TaskBoard columns={board} filter={filter} now={now} />}
      {filter.view === "timetable" && <TaskTimetable tasks={page.tasks} milestones={milestones} now={now} />}
      {filter.view === "list" && <TaskTable tasks={page.tasks} filter={filter} now={now} />}
      <Pager
        previousHref={before && taskQuery(filter, { before })}
        nextHref={after && taskQuery(filter, { after })}
      />
    </>
  );
}
