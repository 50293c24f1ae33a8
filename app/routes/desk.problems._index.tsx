import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/access/request.server";
import { problemsAddress } from "~/address/problems";
import { resourcesAddress } from "~/address/resources";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { BrowseFilter } from "~/problem/browse/BrowseFilter";
import { browseForm } from "~/problem/browse/browseForm";
import { browseProblems } from "~/problem/browse/browseProblems.server";
import { problemColumns } from "~/problem/browse/problemColumns";
import { ListingTag } from "~/problem/StateTags";
import { ButtonLink } from "~/ui/ButtonLink";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { ExportLink } from "~/ui/ExportLink";
import { PageHead } from "~/ui/PageHead";
import { Pager } from "~/ui/Pager";
import { pageTitle } from "~/ui/pageTitle";
import { shownColumns } from "~/ui/shownColumns";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("problem.browse.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = browseForm.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { page: await browseProblems(actor, asked), asked, now };
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["page"]["rows"][number];

function useColumns(now: string): Column<Row>[] {
  const { t, i18n } = useTranslation();
  const { nameOf } = useCodeNames("classes");
  return shownColumns<Row>(problemColumns(t, i18n.language, nameOf), {
    number: { width: "tight" },
    title: { width: "wide" },
    place: { hiddenOnPhone: true },
    month: { width: "tight" },
    state: { cell: (row) => row.state && <ListingTag state={row.state} />, width: "tight" },
    raisedAt: {
      cell: (row) =>
        row.raisedAt ? <DateText value={row.raisedAt} now={now} /> : t("problem.raisedUnknown"),
      width: "tight",
      hiddenOnPhone: true,
    },
  });
}

export default function ProblemsPage() {
  const { page, asked, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const columns = useColumns(now);
  const { after, before, ...conditions } = asked;
  const query = (more: Record<string, string | undefined>) => {
    const given = Object.entries({ ...conditions, ...more }).filter(([, value]) => value);
    return new URLSearchParams(given as [string, string][]);
  };
  const address = (more: Record<string, string | undefined>) => `${problemsAddress}?${query(more)}`;
  const first = page.rows[0]?.number;
  const last = page.rows.at(-1)?.number;
  return (
    <div className="stack">
      <PageHead
        title={t("problem.browse.title")}
        actions={
          <>
            <ButtonLink variant="quiet" to={resourcesAddress}>
              {t("resource.title")}
            </ButtonLink>
            <ExportLink to={`${problemsAddress}.xlsx?${query({})}`} />
          </>
        }
      />
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
