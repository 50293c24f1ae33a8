import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { foundOrThrow, requireActor, sendTo } from "~/access/request.server";
import { listsAddress } from "~/address/problems";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { listsColumns } from "~/problem/browse/listsColumns";
import { showLists } from "~/problem/list/showLists.server";
import { ownStreet } from "~/problem/ownStreet.server";
import { ListTag } from "~/problem/StateTags";
import { ButtonLink } from "~/ui/ButtonLink";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { ExportLink } from "~/ui/ExportLink";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { shownColumns } from "~/ui/shownColumns";

/** The district sees where every street stands; a street and its communities are sent to their own list. */
export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("problem.lists.title", { month: writtenMonth(data.view.day.month, language, true) }),
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const own = await ownStreet(actor);
  if (own) throw sendTo(`/desk/days/${params.month}/lists/${own.slug}`);
  return { view: foundOrThrow(await showLists(actor, params.month ?? "")), now };
}

type View = ReturnType<typeof useLoaderData<typeof loader>>["view"];
type Row = View["lists"][number];

function useColumns(now: string): Column<Row>[] {
  const { t, i18n } = useTranslation();
  return shownColumns<Row>(listsColumns(t, i18n.language), {
    street: {
      cell: (row) => (
        <>
          {named(row.street.name, i18n.language)}
          {row.host && <span className="unit-part">{t("problem.lists.host")}</span>}
        </>
      ),
    },
    state: { cell: (row) => <ListTag state={row.state} /> },
    problems: { align: "end" },
    undecided: { align: "end" },
    admitted: { align: "end" },
    submittedAt: {
      cell: (row) => row.submittedAt && <DateText value={row.submittedAt} now={now} withTime />,
    },
  });
}

export default function ListsPage() {
  const { view, now } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const columns = useColumns(now);
  const { day, lists } = view;
  const month = writtenMonth(day.month, i18n.language, true);
  const sent = lists.filter((row) => row.state === "submitted" || row.state === "screened").length;
  const screening = `/desk/days/${day.month}/screening`;
  return (
    <div className="stack">
      <PageHead
        title={t("problem.lists.title", { month })}
        crumbs={[{ label: t("problem.list.day", { month }), to: `/desk/days/${day.month}` }]}
        next={{
          what: t("problem.lists.next"),
          who: t("problem.list.who.office"),
          by:
            day.stage === "collecting" ? <DateText value={day.closesOn} now={now} withDistance /> : undefined,
        }}
        actions={
          <>
            <ButtonLink to={screening}>{t("problem.lists.screening")}</ButtonLink>
            <ExportLink to={`${listsAddress(day.month)}.xlsx`} />
          </>
        }
      />
      <p>{t("problem.lists.sent", { sent, all: lists.length })}</p>
      <DataTable
        caption={t("problem.lists.caption")}
        captionHidden
        columns={columns}
        rows={lists}
        rowKey={(row) => row.street.id}
        rowHref={(row) => `/desk/days/${day.month}/lists/${row.street.slug}`}
      />
    </div>
  );
}
