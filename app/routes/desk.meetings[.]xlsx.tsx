import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { translator } from "~/access/translator.server";
import { dayOf } from "~/calendar/day";
import { everyMeeting } from "~/meeting/call/listMeetings.server";
import { meetingColumns } from "~/meeting/call/meetingColumns";
import { tableSheet } from "~/workbook/tableSheet";
import { workbookAnswer } from "~/workbook/workbookAnswer";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";

/** The meetings that the page lists, all of them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const meetings = valueOrThrow(await everyMeeting(actor));
  const [t, language] = [translator(request), requestLanguage(request)];
  const sheet = tableSheet(t("meeting.list.title"), meetingColumns(t, language), meetings);
  return workbookAnswer(valueOrThrow(await writeWorkbook([sheet])), `meetings-${dayOf(now)}.xlsx`);
}
