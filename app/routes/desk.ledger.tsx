import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { LedgerFilters, ledgerAddress } from "~/audit/LedgerFilters";
import { LedgerList } from "~/audit/LedgerList";
import { type LedgerFilter, listLedger } from "~/audit/listLedger.server";
import { useTranslation } from "~/i18n/useTranslation";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { Pager } from "~/ui/Pager";
import { pageTitle } from "~/ui/pageTitle";

function filterOf(asked: URLSearchParams): LedgerFilter {
  const text = (name: string) => asked.get(name) || undefined;
  const key = (name: string) =>
    /^\d{1,15}$/.test(asked.get(name) ?? "") ? Number(asked.get(name)) : undefined;
  return {
    kind: text("kind"),
    id: text("id"),
    verb: text("verb"),
    personId: text("person"),
    before: key("before"),
    after: key("after"),
  };
}

export const handle = { title: pageTitle<typeof loader>((_, t) => t("ledger.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const filter = filterOf(new URL(request.url).searchParams);
  return { now, filter, page: valueOrThrow(await listLedger(actor, filter)) };
}

export default function LedgerPageRoute() {
  const { now, filter, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { kind, id, verb, personId } = filter;
  const kept = { kind, id, verb, personId };
  return (
    <div className="stack">
      <PageHead title={t("ledger.title")} />
      <p className="prose">{t("ledger.lead")}</p>
      <LedgerFilters filter={filter} page={page} />
      {page.lines.length === 0 ? (
        <EmptyState title={t("ledger.none")}>
          <p>{t("ledger.noneText")}</p>
        </EmptyState>
      ) : (
        <LedgerList lines={page.lines} now={now} />
      )}
      <Pager
        previousHref={page.newer === null ? undefined : ledgerAddress({ ...kept, after: page.newer })}
        nextHref={page.older === null ? undefined : ledgerAddress({ ...kept, before: page.older })}
      />
    </div>
  );
}
