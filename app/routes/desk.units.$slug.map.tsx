import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { emptyForm } from "~/access/formFields";
import { act, intents } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { unitAddress, unitsAddress } from "~/address/units";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { EmptyState } from "~/ui/EmptyState";
import { loadAnew } from "~/ui/form/loadAnew";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { useHydrated } from "~/ui/useHydrated";
import { ArrangeSketch } from "~/unit/sketch/ArrangeSketch";
import { placeArea, resetSketch } from "~/unit/sketch/arrangeSketch.server";
import { PlaceAreaForm } from "~/unit/sketch/PlaceAreaForm";
import { SketchMap } from "~/unit/sketch/SketchMap";
import { type SketchView, showSketch } from "~/unit/sketch/showSketch.server";
import { overlapping, placeAreaForm } from "~/unit/sketch/sketch";

export const shouldRevalidate = loadAnew;

export const handle = {
  title: pageTitle<typeof loader>(
    ({ street }, t, language) => `${t("sketch.title")} · ${named(street.name, language)}`,
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  return foundOrThrow(await showSketch(actor, params.slug ?? ""));
}

const here = ({ params }: { params: Record<string, string | undefined> }) =>
  unitAddress(params.slug ?? "", "map");

export const action = intents(
  {
    place: act(
      placeAreaForm,
      ({ actor, now, params }, input) => placeArea(actor, { ...input, street: params.slug ?? "" }, now),
      here,
    ),
    reset: act(
      emptyForm,
      ({ actor, now, params }) => resetSketch(actor, { street: params.slug ?? "" }, now),
      here,
    ),
  },
  { meets: ({ actor, params }) => showSketch(actor, params.slug ?? "") },
);

/** Communities that stand over others. */
function Overlaps({ view }: { view: SketchView }) {
  const { t, i18n } = useTranslation();
  const names = overlapping(view.areas).map((one) => named(one.name, i18n.language));
  if (names.length === 0) return null;
  return <p className="tone-warn">{t("sketch.overlap", { names: names.join(t("ui.filter.and")) })}</p>;
}

export default function SketchPage() {
  const view = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const [search] = useSearchParams();
  const hydrated = useHydrated();
  const street = named(view.street.name, i18n.language);
  const asked = answered?.typed?.community ?? search.get("area");
  const chosen = view.can.arrange ? view.areas.find((one) => one.slug === asked) : undefined;
  const label = t("sketch.of", { street });
  return (
    <div className="stack">
      <PageHead
        title={t("sketch.title")}
        crumbs={[
          { label: t("unit.title"), to: unitsAddress },
          { label: street, to: unitAddress(view.street.slug) },
        ]}
      />
      {answered?.refusal && answered.refusal.code !== "changedMeanwhile" && (
        <RefusalNotice messageKey={`refusal.${answered.refusal.code}`} values={answered.refusal.values} />
      )}
      {view.areas.length === 0 ? (
        <EmptyState title={t("sketch.empty")}>{t("sketch.emptyText")}</EmptyState>
      ) : (
        <>
          <p className="prose">{t(view.can.arrange ? "sketch.lead" : "sketch.leadRead")}</p>
          {view.can.arrange && <Overlaps view={view} />}
          <div className="with-aside">
            {view.can.arrange && hydrated ? (
              <ArrangeSketch view={view} chosen={chosen?.slug ?? null} />
            ) : (
              <SketchMap areas={view.areas} label={label} />
            )}
            <aside className="stack">
              {chosen && (
                <PlaceAreaForm
                  key={`${chosen.slug} ${chosen.x} ${chosen.y} ${chosen.width} ${chosen.height}`}
                  area={chosen}
                  version={view.version}
                  answer={answered?.typed?.community === chosen.slug ? answered : undefined}
                />
              )}
              <section className="stack-tight">
                <h2>{t("unit.page.communities")}</h2>
                <ul className="divided">
                  {view.areas.map(({ id, slug, name, x, y, width, height }) => (
                    <li key={id}>
                      {view.can.arrange ? (
                        <Link to={`?area=${slug}`} preventScrollReset>
                          {named(name, i18n.language)}
                        </Link>
                      ) : (
                        named(name, i18n.language)
                      )}{" "}
                      <span className="muted small num">{`${x},${y} ${width}×${height}`}</span>
                    </li>
                  ))}
                </ul>
              </section>
              {view.can.arrange && view.version > 0 && (
                <ConfirmButton
                  size="small"
                  label={t("sketch.reset")}
                  consequence={<p>{t("sketch.resetText")}</p>}
                  action=""
                  name="intent"
                  value="reset"
                />
              )}
            </aside>
          </div>
        </>
      )}
    </div>
  );
}
