import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { useTranslation } from "~/i18n/useTranslation";
import { listMeetings } from "~/meeting/call/listMeetings.server";
import { CallLinks, MeetingTable } from "~/meeting/call/MeetingTable";
import { ExportLink } from "~/ui/ExportLink";
import { PageHead } from "~/ui/PageHead";
import { Pager } from "~/ui/Pager";
import { pageTitle } from "~/ui/pageTitle";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("meeting.list.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const place = { before: asked.get("before") ?? undefined, after: asked.get("after") ?? undefined };
  return { page: valueOrThrow(await listMeetings(actor, place)), now };
}

export default function MeetingsRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { meetings, calls, newer, older } = page;
  return (
    <div className="stack">
      <PageHead
        title={t("meeting.list.title")}
        actions={
          meetings.length > 0 ? (
            <>
              <CallLinks calls={calls} />
              <ExportLink to="/desk/meetings.xlsx" />
            </>
          ) : undefined
        }
      />
      <p className="prose">{t("meeting.list.lead")}</p>
      <MeetingTable page={page} now={now} />
      <Pager
        previousHref={newer === null ? undefined : `?after=${newer}`}
        nextHref={older === null ? undefined : `?before=${older}`}
      />
    </div>
  );
}
