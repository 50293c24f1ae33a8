import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { readAskedMinutes } from "~/address/minutesAddress";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { done, refuse } from "~/ledger/result";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { minutesFile } from "~/meeting/minutes/minutesFile.server";
import { wordAnswer } from "~/meeting/sheet/wordAnswer.server";

export async function loader(asked: LoaderFunctionArgs) {
  const slug = meetingAsked(asked);
  const { actor } = await requireActor(asked.request);
  // The paper is Chinese, whatever language the page is read in.
  const words = createTranslate("zh-CN", texts["zh-CN"]);
  const number = readAskedMinutes(new URL(asked.request.url).searchParams.get("number"));
  // A draft is not issued, and so no file.
  const wanted = number === undefined || number === "draft" ? refuse("notFound") : done(number);
  const file = valueOrThrow(wanted.ok ? await minutesFile(actor, slug, wanted.value, words) : wanted);
  return wordAnswer(file, `minutes-${slug}.docx`);
}
