import type { LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { meetingArchive } from "~/meeting/archive/meetingArchive.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";

export async function loader(asked: LoaderFunctionArgs) {
  const slug = meetingAsked(asked);
  const { actor, now } = await requireActor(asked.request);
  // The papers are Chinese, whatever language the page is read in.
  const words = createTranslate("zh-CN", texts["zh-CN"]);
  const { name, stream } = valueOrThrow(await meetingArchive({ actor, slug, now, words }));
  const names = `filename="meeting-${slug}.zip"; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new Response(createReadableStreamFromReadable(stream), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; ${names}`,
      "Cache-Control": "no-store",
    },
  });
}
