import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { listAddress, problemAddress } from "~/address/problems";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { listSketch } from "~/problem/fact/listSketch.server";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { SketchMap } from "~/unit/sketch/SketchMap";
import { readSpot } from "~/unit/sketch/sketch";

export const handle = {
  title: pageTitle<typeof loader>(({ street }, t, language) =>
    t("sketch.list.of", { street: named(street.name, language) }),
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  const asked = { month: params.month ?? "", street: params.street ?? "" };
  return foundOrThrow(await listSketch(actor, asked));
}

export default function ListSketchPage() {
  const { month, street, areas, problems } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const called = ({ number, title }: { number: string; title: string }) =>
    `${number} ${title || t("problem.untitled")}`;
  const pins = problems.flatMap((one) => {
    const spot = readSpot(one.spot);
    return spot ? [{ ...spot, key: one.number, label: called(one), to: problemAddress(one.number) }] : [];
  });
  const unplaced = problems.filter(({ spot }) => !readSpot(spot));
  const name = named(street.name, i18n.language);
  const label = t("sketch.list.of", { street: name });
  const list = {
    label: t("problem.list.title", { street: name }),
    to: listAddress(month, street.slug),
  };
  return (
    <div className="stack">
      <PageHead
        title={label}
        number={t("problem.list.day", { month: writtenMonth(month, i18n.language, true) })}
        crumbs={[list]}
      />
      {pins.length === 0 && (
        <EmptyState title={t("sketch.list.none")}>{t("sketch.list.noneText")}</EmptyState>
      )}
      <div className="with-aside">
        <SketchMap areas={areas} pins={pins} label={label} />
        <aside className="stack">
          {pins.length > 0 && (
            <ul className="divided">
              {pins.map(({ key, label: text, to }) => (
                <li key={key}>
                  <Link to={to}>{text}</Link>
                </li>
              ))}
            </ul>
          )}
          {unplaced.length > 0 && (
            <section className="stack-tight">
              <p className="muted">{t("sketch.list.unplaced", { count: unplaced.length })}</p>
              <ul className="divided">
                {unplaced.map((one) => (
                  <li key={one.number}>
                    <Link to={`${list.to}?edit=${one.number}`}>{called(one)}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </aside>
      </div>
    </div>
  );
}
