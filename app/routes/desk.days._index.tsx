import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAddress } from "~/address/meetings";
import { dayOf } from "~/calendar/day";
import { writtenMonth } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { StageTag } from "~/meeting/conduct/StageTag";
import { type DayListed, listDays } from "~/plan/year/listDays.server";
import { ButtonLink } from "~/ui/ButtonLink";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { UnitName } from "~/unit/UnitName";

export const handle = { title: pageTitle<typeof loader>(({ year }, t) => `${t("plan.days.title")} ${year}`) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = Number(new URL(request.url).searchParams.get("year"));
  const year = Number.isInteger(asked) && asked > 0 ? asked : Number(dayOf(now).slice(0, 4));
  return { year, now, ...valueOrThrow(await listDays(actor, { year })) };
}

export default function DaysPage() {
  const { year, years, days, opensMinutes, now } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const columns: Column<DayListed>[] = [
    {
      key: "month",
      head: t("plan.table.month"),
      width: "tight",
      cell: (day) => writtenMonth(day.month, i18n.language),
    },
    {
      key: "host",
      head: t("plan.table.host"),
      cell: (day) => <UnitName unit={day.host} />,
    },
    { key: "date", head: t("plan.days.day"), cell: (day) => <DateText value={day.date} now={now} /> },
    { key: "stage", head: t("plan.table.stage"), cell: (day) => <StageTag stage={day.stage} /> },
    {
      key: "minutes",
      head: t("plan.days.minutes"),
      cell({ month, minutesNumber }) {
        if (minutesNumber === null) return null;
        const number = t("plan.days.number", { year: month.slice(0, 4), number: minutesNumber });
        if (!opensMinutes) return <span className="num">{number}</span>;
        return (
          <Link className="num" to={meetingAddress({ slug: month }, "minutes")}>
            {number}
          </Link>
        );
      },
    },
  ];
  const toPlan = <ButtonLink to={`/desk/plan/${year}`}>{t("plan.days.toPlan", { year })}</ButtonLink>;
  return (
    <div className="stack">
      <PageHead title={t("plan.days.title")} actions={days.length > 0 ? toPlan : undefined} />
      <nav className="cluster" aria-label={t("plan.years")}>
        {years.map((other) => (
          <Link key={other} to={`?year=${other}`} aria-current={other === year ? "page" : undefined}>
            {other}
          </Link>
        ))}
      </nav>
      <DataTable
        caption={t("plan.days.caption", { year })}
        columns={columns}
        rows={days}
        rowKey={(day) => day.month}
        rowHref={(day) => `/desk/days/${day.month}`}
        empty={
          <EmptyState title={t("plan.days.empty", { year })} action={toPlan}>
            <p>{t("plan.days.emptyText")}</p>
          </EmptyState>
        }
      />
    </div>
  );
}
