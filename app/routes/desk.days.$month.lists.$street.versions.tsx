import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { listAddress, listsAddress, versionsAddress } from "~/address/problems";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { showVersions } from "~/problem/version/showVersions.server";
import { VersionDifferences } from "~/problem/version/VersionDifferences";
import { VersionTable } from "~/problem/version/VersionTable";
import { Choices } from "~/ui/form/SelectField";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { Words } from "~/ui/Words";

export const handle = {
  title: pageTitle<typeof loader>(({ view }, t, language) =>
    t("lists.version.title", {
      street: named(view.street.name, language),
      month: writtenMonth(view.month, language, true),
    }),
  ),
};

const countIn = (search: URLSearchParams, name: string) => {
  const text = search.get(name) ?? "";
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const search = new URL(request.url).searchParams;
  const asked = {
    ...{ month: params.month ?? "", street: params.street ?? "" },
    ...{ version: countIn(search, "version"), against: countIn(search, "against") },
  };
  return { view: foundOrThrow(await showVersions(actor, asked)), now };
}

type View = ReturnType<typeof useLoaderData<typeof loader>>["view"];

/** Which earlier version the shown one is compared with, where there are several. */
function Against({ view }: { view: View }) {
  const { t } = useTranslation();
  if (view.earlier.length < 2) return null;
  const options = view.earlier.map((number) => ({
    value: String(number),
    label: t("lists.version.number", { number }),
  }));
  return (
    <form method="get" className="cluster">
      <input type="hidden" name="version" value={view.shown} />
      <label htmlFor="against">{t("lists.version.compareWith")}</label>
      <select id="against" name="against" className="input" defaultValue={String(view.against)}>
        <Choices options={options} />
      </select>
      <button type="submit" className="btn btn-secondary btn-small">
        {t("lists.version.compare")}
      </button>
    </form>
  );
}

function Frozen({ view }: { view: View }) {
  const { t } = useTranslation();
  return (
    <details className="fold">
      <summary className="btn btn-quiet btn-small">
        {t("lists.version.rows", { number: view.shown, count: view.rows.length })}
      </summary>
      <ol className="fold-body divided">
        {view.rows.map((row) => (
          <li key={row.number}>
            <Link className="num" to={`/desk/problems/${row.number}`}>
              {row.number}
            </Link>{" "}
            <Words text={row.title || t("problem.untitled")} />
            <p className="as-written small muted">
              <Words text={row.originalWording} />
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}

export default function VersionsPage() {
  const { view, now } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const month = writtenMonth(view.month, i18n.language, true);
  const street = named(view.street.name, i18n.language);
  return (
    <div className="stack">
      <PageHead
        title={t("lists.version.title", { street, month })}
        crumbs={[
          { label: t("problem.list.day", { month }), to: listsAddress(view.month) },
          { label: t("problem.list.title", { street }), to: listAddress(view.month, view.street.slug) },
        ]}
      />
      <VersionTable view={view} here={versionsAddress(view.month, view.street.slug)} now={now} />
      <section className="section stack">
        <h2>
          {view.against === null
            ? t("lists.version.number", { number: view.shown })
            : t("lists.version.between", { number: view.shown, against: view.against })}
        </h2>
        <Against view={view} />
        <VersionDifferences view={view} />
        <Frozen view={view} />
      </section>
    </div>
  );
}
