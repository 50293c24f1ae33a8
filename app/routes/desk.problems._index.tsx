import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/access/request.server";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { BrowseFilter } from "~/problem/BrowseFilter";
import { browseForm } from "~/problem/browseForm";
import { browseProblems } from "~/problem/browseProblems.server";
import { ListingTag } from "~/problem/StateTags";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { Pager } from "~/ui/Pager";
import { pageTitle } from "~/ui/pageTitle";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("problem.browse.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = browseForm.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { page: await browseProblems(actor, asked), asked, now };
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["page"]["rows"][number];

function useColumns(now: string): Column<Row>[] {
  const { t, i18n } = useTranslation();
  return [
    { key: "number", head: t("problem.field.number"), cell: (row) => row.number, width: "tight" },
    {
      key: "title",
      head: t("problem.field.title"),
      cell: (row) => row.title || t("problem.untitled"),
      width: "wide",
    },
    { key: "street", head: t("problem.field.street"), cell: (row) => named(row.street, i18n.language) },
    {
      key: "class",
      head: t("problem.field.problemClass"),
      cell: (row) => t(`problem.class.${row.problemClass}`),
    },
    {
      key: "place",
      head: t("problem.field.place"),
      cell: (row) => row.place,
      hiddenOnPhone: true,
    },
    {
      key: "month",
      head: t("problem.field.month"),
      cell: (row) => row.month && writtenMonth(row.month, i18n.language, true),
      width: "tight",
    },
    {
      key: "state",
      head: t("problem.field.state"),
      cell: (row) => row.state && <ListingTag state={row.state} />,
      width: "tight",
    },
    {
      key: "raisedAt",
      head: t("problem.field.raisedAt"),
      cell: (row) =>
        row.raisedAt ? <DateText value={row.raisedAt} now={now} /> : t("problem.raisedUnknown"),
      width: "tight",
      hiddenOnPhone: true,
    },
  ];
}

export default function ProblemsPage() {
  const { page, asked, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const columns = useColumns(now);
  const { after, before, ...conditions } = asked;
  const address = (more: Record<string, string | undefined>) => {
    const given = Object.entries({ ...conditions, ...more }).filter(([, value]) => value);
    return `/desk/problems?${new URLSearchParams(given as [string, string][])}`;
  };
  const first = page.rows[0]?.number;
  const last = page.rows.at(-1)?.number;
  return (
    <div className="stack">
      <PageHead title={t("problem.browse.title")} />
      <BrowseFilter asked={conditions} streets={page.streets} address={address} />
      <DataTable
        caption={t("problem.browse.caption")}
        captionHidden
        columns={columns}
        rows={page.rows}
        rowKey={(row) => row.number}
        rowHref={(row) => `/desk/problems/${row.number}`}
        density="dense"
        empty={<EmptyState title={t("problem.browse.empty")}>{t("problem.browse.emptyText")}</EmptyState>}
      />
      <Pager
        previousHref={page.previous && first ? address({ before: first }) : undefined}
        nextHref={page.next && last ? address({ after: last }) : undefined}
        shown={first && `${first} – ${last}`}
      />
    </div>
  );
}
