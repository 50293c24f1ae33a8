import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { foundOrThrow, requestInstant } from "~/access/request.server";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DayLine } from "~/outcome/DayLine";
import { DecisionList } from "~/outcome/DecisionList";
import { PublicDocument } from "~/outcome/PublicDocument";
import { publicDay } from "~/outcome/publicDay.server";
import { publicHeaders, publicPage } from "~/outcome/publicRequest.server";
import { PublicLink } from "~/ui/PublicLink";
import { pageTitle } from "~/ui/pageTitle";

export const headers = publicHeaders;

export const handle = {
  title: pageTitle<typeof loader>(({ day }, t, language) =>
    t("outcome.dayName", {
      month: writtenMonth(day.month, language, true),
      street: named(day.host.name, language),
    }),
  ),
};

export async function loader({ params, context }: LoaderFunctionArgs) {
  const now = requestInstant();
  const { day, decisions, more } = foundOrThrow(await publicDay(params.month!, now));
  const page = publicPage(context, now);
  return { ...page, day, decisions, more };
}

export default function DayPage() {
  const { district, now, day, decisions, more } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const heading = t("outcome.home.title", {
    month: writtenMonth(day.month, i18n.language, true),
    street: named(day.host.name, i18n.language),
  });
  return (
    <PublicDocument district={district} heading={heading} lead={<DayLine day={day} now={now} />}>
      {decisions.length > 0 ? (
        <DecisionList decisions={decisions} now={now} />
      ) : (
        <p>{t("outcome.day.nothing")}</p>
      )}
      {more && <p className="muted">{t("outcome.day.more")}</p>}
      <p className="links no-print">
        <PublicLink to={`/streets/${day.host.slug}`}>
          {t("outcome.day.toStreet", { street: named(day.host.name, i18n.language) })}
        </PublicLink>
        <PublicLink to="/days">{t("ui.public.days")}</PublicLink>
      </p>
    </PublicDocument>
  );
}
