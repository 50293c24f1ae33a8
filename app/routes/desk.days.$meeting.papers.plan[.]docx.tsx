import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { schemeFacts } from "~/meeting/scheme/schemeFacts.server";
import { schemeFile } from "~/meeting/scheme/schemeFile.server";
import { wordAnswer } from "~/meeting/sheet/wordAnswer.server";

export async function loader(asked: LoaderFunctionArgs) {
  const slug = meetingAsked(asked);
  const { actor, now } = await requireActor(asked.request);
  const { facts } = valueOrThrow(await schemeFacts(actor, slug, now));
  // The paper is Chinese, whatever language the page is read in.
  const words = createTranslate("zh-CN", texts["zh-CN"]);
  return wordAnswer(await schemeFile(facts, words), `plan-${slug}.docx`);
}
