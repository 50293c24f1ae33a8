import { Link } from "@remix-run/react";
import { needAddress, newOfferAddress, offerAddress, resourcesAddress } from "~/address/resources";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { BrowseResources, ResourcesPage } from "~/meeting/resource/listResources.server";
import { needStanding } from "~/meeting/resource/need";
import { needColumns, offerColumns } from "~/meeting/resource/resourceColumns";
import type { ListedNeed, ShownOffer } from "~/meeting/resource/shownResource";
import { ButtonLink } from "~/ui/ButtonLink";
import { DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { ExportLink } from "~/ui/ExportLink";
import { PageHead } from "~/ui/PageHead";
import { Pager } from "~/ui/Pager";
import { shownColumns } from "~/ui/shownColumns";
import { ResourceFilter } from "./ResourceFilter";
import { ResourceTag } from "./ResourceTag";
import { SubjectLink } from "./SubjectLink";
import "~/task/list/taskList.css";

/** Props of {@link ResourcesView}. */
export interface ResourcesViewProps {
  page: ResourcesPage;
  asked: BrowseResources;
  now: string;
}

type Conditions = Partial<Record<keyof BrowseResources, string | undefined>>;

const queryOf = (asked: Conditions) =>
  new URLSearchParams(Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1])));

/** What is needed, or what is offered: a list each, with filters, and the way to an offer of one's own. */
export function ResourcesView({ page, asked, now }: ResourcesViewProps) {
  const { t } = useTranslation();
  const { after: _after, ...conditions } = asked;
  const address = (more: Conditions) => `${resourcesAddress}?${queryOf({ ...conditions, ...more })}`;
  return (
    <div className="stack">
      <PageHead
        title={t("resource.title")}
        actions={
          <>
            {page.can.offer && (
              <ButtonLink variant="primary" to={newOfferAddress()}>
                {t("resource.offer.add")}
              </ButtonLink>
            )}
            <ExportLink to={`${resourcesAddress}.xlsx?${queryOf(conditions)}`} />
          </>
        }
      />
      <p className="prose">{t("resource.lead")}</p>
      <nav className="views" aria-label={t("resource.title")}>
        <ul>
          {(["needs", "offers"] as const).map((show) => (
            <li key={show}>
              <Link
                to={show === "needs" ? resourcesAddress : `${resourcesAddress}?show=${show}`}
                aria-current={asked.show === show ? "page" : undefined}
                preventScrollReset
              >
                {t(`resource.${show}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ResourceFilter asked={conditions} units={page.units} address={address} />
      {asked.show === "needs" ? (
        <Needs needs={page.needs} now={now} />
      ) : (
        <Offers offers={page.offers} mayOffer={page.can.offer} now={now} />
      )}
      <Pager
        previousHref={asked.after ? address({}) : undefined}
        nextHref={page.next ? address({ after: page.next }) : undefined}
      />
    </div>
  );
}

function Needs({ needs, now }: { needs: readonly ListedNeed[]; now: string }) {
  const { t, i18n } = useTranslation();
  const columns = shownColumns<ListedNeed>(needColumns(t, i18n.language), {
    number: { width: "tight" },
    subject: { cell: (one) => <SubjectLink subject={one.subject} /> },
    owner: { cell: (one) => named(one.owner, i18n.language) },
    kind: { width: "tight" },
    amount: { width: "tight", align: "end" },
    lacking: { width: "tight", align: "end" },
    from: { cell: (one) => <DateText value={one.from} now={now} />, width: "tight" },
    until: { cell: (one) => one.until && <DateText value={one.until} now={now} />, width: "tight" },
    state: { cell: (one) => <ResourceTag state={needStanding(one)} />, width: "tight" },
  });
  return (
    <DataTable
      caption={t("resource.list.caption")}
      captionHidden
      columns={columns}
      rows={needs}
      rowKey={(one) => one.number}
      rowHref={(one) => needAddress(one.number)}
      density="dense"
      empty={<EmptyState title={t("resource.list.empty")}>{t("resource.list.emptyText")}</EmptyState>}
    />
  );
}

interface OffersProps {
  offers: readonly ShownOffer[];
  mayOffer: boolean;
  now: string;
}

function Offers({ offers, mayOffer, now }: OffersProps) {
  const { t, i18n } = useTranslation();
  const columns = shownColumns<ShownOffer>(offerColumns(t, i18n.language), {
    number: { width: "tight" },
    words: { width: "wide" },
    kind: { width: "tight" },
    amount: { width: "tight", align: "end" },
    left: { width: "tight", align: "end" },
    from: { cell: (one) => <DateText value={one.from} now={now} />, width: "tight" },
    until: { cell: (one) => one.until && <DateText value={one.until} now={now} />, width: "tight" },
    state: { cell: (one) => <ResourceTag state={one.standing} />, width: "tight" },
  });
  return (
    <DataTable
      caption={t("resource.list.offersCaption")}
      captionHidden
      columns={columns}
      rows={offers}
      rowKey={(one) => one.number}
      rowHref={(one) => offerAddress(one.number)}
      density="dense"
      empty={
        <EmptyState
          title={t("resource.offer.empty")}
          action={mayOffer && <ButtonLink to={newOfferAddress()}>{t("resource.offer.add")}</ButtonLink>}
        >
          {t("resource.offer.emptyText")}
        </EmptyState>
      }
    />
  );
}
