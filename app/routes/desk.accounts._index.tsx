import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { accountAddress, accountsAddress } from "~/address/accounts";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { type Column, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { Pager } from "~/ui/Pager";
import { pageTitle } from "~/ui/pageTitle";
import { AccountSearch } from "~/unit/AccountSearch";
import { AccountState } from "~/unit/AccountState";
import { type AccountListed, showAccounts } from "~/unit/showAccounts.server";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("account.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const words = asked.get("q")?.trim().slice(0, 60) || undefined;
  const edge = { from: asked.get("after") ?? undefined, until: asked.get("before") ?? undefined, words };
  return { now, words, ...valueOrThrow(await showAccounts(actor, edge, now)) };
}

function useColumns(now: string): Column<AccountListed>[] {
  const { t, i18n } = useTranslation();
  return [
    { key: "account", head: t("account.account"), cell: ({ account }) => account },
    { key: "name", head: t("account.name"), cell: ({ name }) => name },
    {
      key: "posts",
      head: t("account.posts"),
      cell: ({ posts }) =>
        posts
          .filter((post) => !post.over)
          .map(({ unit, title }) => `${named(unit.name, i18n.language)} ${named(title, i18n.language)}`)
          .join(t("ui.filter.and")),
    },
    {
      key: "state",
      head: t("account.state.head"),
      cell: (account) => <AccountState account={account} now={now} />,
    },
  ];
}

export default function AccountsPage() {
  const { now, words, accounts, previous, next } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const page = (key: "after" | "before", account: string | null) =>
    account === null
      ? undefined
      : `${accountsAddress}?${new URLSearchParams({ ...(words && { q: words }), [key]: account })}`;
  return (
    <div className="stack">
      <PageHead title={t("account.title")} crumbs={[{ label: t("unit.title"), to: "/desk/units" }]} />
      <p className="prose">{t("account.lead")}</p>
      <AccountSearch words={words} />
      <DataTable
        caption={t("account.title")}
        captionHidden
        columns={useColumns(now)}
        rows={accounts}
        rowKey={({ personId }) => personId}
        rowHref={({ personId }) => accountAddress(personId)}
        empty={<EmptyState title={t("account.search.none")}>{t("account.search.noneText")}</EmptyState>}
      />
      <Pager previousHref={page("before", previous)} nextHref={page("after", next)} />
    </div>
  );
}
