import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requestInstant } from "~/access/request.server";
import { useTranslation } from "~/i18n/useTranslation";
import { PublicDayList } from "~/outcome/PublicDayList";
import { PublicDocument } from "~/outcome/PublicDocument";
import { publicDays } from "~/outcome/publicDays.server";
import { publicHeaders, publicPage } from "~/outcome/publicRequest.server";
import { EmptyState } from "~/ui/EmptyState";
import { pageTitle } from "~/ui/pageTitle";

export const headers = publicHeaders;

export const handle = { title: pageTitle<typeof loader>((_, t) => t("ui.public.days")) };

export async function loader({ context }: LoaderFunctionArgs) {
  const days = await publicDays();
  return { ...publicPage(context, requestInstant()), days };
}

export default function DaysPage() {
  const { district, now, days } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const years = [...new Set(days.map((day) => day.month.slice(0, 4)))];
  return (
    <PublicDocument
      district={district}
      heading={t("ui.public.days")}
      lead={<p>{t("outcome.days.lead")}</p>}
      quotes={false}
    >
      {days.length === 0 && (
        <EmptyState title={t("outcome.home.none")}>{t("outcome.home.noneText")}</EmptyState>
      )}
      {years.map((year) => (
        <section key={year} className="stack-tight">
          <h2>{t("outcome.days.year", { year })}</h2>
          <PublicDayList days={days.filter((day) => day.month.startsWith(year))} now={now} />
        </section>
      ))}
    </PublicDocument>
  );
}
