import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { translator } from "~/access/translator.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { calendarFile } from "~/meeting/feed/calendarAnswer.server";
import { meetingCalendar } from "~/meeting/feed/meetingCalendar.server";

export async function loader(asked: LoaderFunctionArgs) {
  const { request } = asked;
  const slug = meetingAsked(asked);
  const { actor } = await requireActor(request);
  const say = {
    t: translator(request),
    language: requestLanguage(request),
    origin: new URL(request.url).origin,
  };
  return calendarFile(valueOrThrow(await meetingCalendar(actor, slug, say)), `meeting-${slug}.ics`);
}
