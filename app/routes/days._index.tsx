import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requestInstant } from "~/access/request.server";
import { PublicDayList } from "~/outcome/PublicDayList";
import { PublicDocument } from "~/outcome/PublicDocument";
import { publicDays } from "~/outcome/publicDays.server";
import { publicHeaders, publicPage } from "~/outcome/publicRequest.server";
import { EmptyState } from "~/ui/EmptyState";

export const headers = publicHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const days = await publicDays();
  return { ...publicPage(request, context, requestInstant(), (t) => t("ui.public.days")), days };
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
