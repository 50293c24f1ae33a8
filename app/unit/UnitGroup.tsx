import { Link } from "@remix-run/react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { type Column, DataTable } from "~/ui/DataTable";
import { PostLine } from "./PostLine";
import type { UnitListed } from "./showUnits.server";
import "./unit.css";

function Communities({ units }: { units: UnitListed[] }) {
  const { t, i18n } = useTranslation();
  if (units.length === 0) return null;
  return (
    <details className="unit-communities">
      <summary>{t("unit.table.communities", { count: units.length })}</summary>
      <ul>
        {units.map(({ slug, name }) => (
          <li key={slug}>
            <Link to={`/desk/units/${slug}`}>{named(name, i18n.language)}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Units of one group with their posts; streets fold out into their communities. */
export function UnitGroup({ title, units }: { title: string; units: UnitListed[] }) {
  const { t, i18n } = useTranslation();
  const columns: Column<UnitListed>[] = [
    { key: "unit", head: t("unit.table.unit"), cell: (unit) => named(unit.name, i18n.language) },
    {
      key: "posts",
      head: t("unit.table.posts"),
      cell: (unit) => (
        <div>
          <ul className="unit-posts">
            {unit.posts.map((post) => (
              <li key={post.id}>
                <PostLine post={post} />
              </li>
            ))}
          </ul>
          <Communities units={unit.communities} />
        </div>
      ),
    },
    {
      key: "contact",
      head: t("unit.table.contact"),
      cell: (unit) => <span className="muted small">{named(unit.contact, i18n.language)}</span>,
    },
  ];
  return (
    <section className="section stack">
      <h2>{title}</h2>
      <DataTable
        caption={title}
        captionHidden
        columns={columns}
        rows={units}
        rowKey={(unit) => unit.slug}
        rowHref={(unit) => `/desk/units/${unit.slug}`}
      />
    </section>
  );
}
