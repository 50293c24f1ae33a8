import type { LoaderFunctionArgs } from "@remix-run/node";
import { foundOrThrow, requestInstant } from "~/access/request.server";
import { asLanguage, languages } from "~/i18n/language";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { calendarAnswer } from "~/meeting/feed/calendarAnswer.server";
import { personCalendar } from "~/meeting/feed/personCalendar.server";

/** Read by calendars, which sign in nowhere: whoever has the address may read. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { origin, searchParams } = new URL(request.url);
  const token = searchParams.get("key") ?? "";
  const text = await personCalendar(token, requestInstant(), (asked) => {
    const language = asLanguage(asked) ?? languages[0];
    return { language, t: createTranslate(language, texts[language]), origin };
  });
  return calendarAnswer(request, foundOrThrow(text));
}
