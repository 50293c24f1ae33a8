import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { noticeFile } from "~/meeting/papers/noticeFile.server";
import { wordAnswer } from "~/meeting/sheet/wordAnswer.server";

export async function loader(asked: LoaderFunctionArgs) {
  const slug = meetingAsked(asked);
  const { actor, now } = await requireActor(asked.request);
  // The paper is Chinese, whatever language the page is read in.
  const words = createTranslate("zh-CN", texts["zh-CN"]);
  return wordAnswer(valueOrThrow(await noticeFile(actor, slug, now, words)), `notice-${slug}.docx`);
}
