import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor, sendTo, valueOrThrow } from "~/access/request.server";
import { dutyAddress, unitAddress, unitsAddress } from "~/address/units";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { ButtonLink } from "~/ui/ButtonLink";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { PostLine } from "~/unit/PostLine";
import { showUnit, type UnitPage } from "~/unit/showUnit.server";
import { UnitName } from "~/unit/UnitName";

export const handle = { title: pageTitle<typeof loader>(({ name }, _, language) => named(name, language)) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const page = valueOrThrow(await showUnit(actor, params.slug ?? "", now));
  if (page.mergedInto) throw sendTo(unitAddress(page.mergedInto));
  return page;
}

function Facts({ unit }: { unit: UnitPage }) {
  const { t, i18n } = useTranslation();
  const { parent, code } = unit;
  const contact = named(unit.contact, i18n.language);
  return (
    <section className="section">
      <h2>{t("unit.page.facts")}</h2>
      <dl className="facts">
        <div>
          <dt>{t("unit.page.kind")}</dt>
          <dd>{t(`unit.kind.${unit.kind}`)}</dd>
        </div>
        <div>
          <dt>{t("unit.page.short")}</dt>
          <dd>{unit.shortZh}</dd>
        </div>
        {code && (
          <div>
            <dt>{t("unit.page.code")}</dt>
            <dd className="num">{code}</dd>
          </div>
        )}
        {parent && (
          <div>
            <dt>{t("unit.page.parent")}</dt>
            <dd>
              <UnitName unit={parent} />
            </dd>
          </div>
        )}
        {contact && (
          <div>
            <dt>{t("unit.page.contact")}</dt>
            <dd>{contact}</dd>
          </div>
        )}
        {unit.merged.length > 0 && (
          <div>
            <dt>{t("registry.merged")}</dt>
            <dd>{unit.merged.map((name) => named(name, i18n.language)).join(t("ui.filter.and"))}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Communities({ communities }: Pick<UnitPage, "communities">) {
  const { t, i18n } = useTranslation();
  if (communities.length === 0) return null;
  return (
    <section className="section">
      <h2>{t("unit.page.communities")}</h2>
      <ul className="divided">
        {communities.map(({ slug, name, holders }) => (
          <li key={slug}>
            <Link to={unitAddress(slug)}>{named(name, i18n.language)}</Link>
            <span className="person-post">{holders.join(t("ui.filter.and"))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Duties({ unit }: { unit: UnitPage }) {
  const { t } = useTranslation();
  const { nameOf } = useCodeNames("classes");
  return (
    <section className="section">
      <h2>{t("unit.page.duties")}</h2>
      {unit.duties.length === 0 ? (
        <p className="muted">{t("unit.page.noDuties")}</p>
      ) : (
        <ol className="divided">
          {unit.duties.map(({ ref, list, number, problemClass, matter, basis }) => (
            <li key={ref}>
              <Link to={dutyAddress(ref)}>{matter}</Link>{" "}
              <span className="muted small">{nameOf(problemClass)}</span>
              <p className="muted small">
                {t("duty.ref", { list: t(`duty.list.${list}`), number })} {basis}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Acts({ unit: { slug, kind, can } }: { unit: UnitPage }) {
  const { t } = useTranslation();
  return (
    <>
      {kind === "street" && <ButtonLink to={unitAddress(slug, "map")}>{t("sketch.title")}</ButtonLink>}
      {can.appoint && (
        <ButtonLink to={unitAddress(slug, "posts/new")} variant="primary">
          {t("registry.addPost")}
        </ButtonLink>
      )}
      {can.keep && <ButtonLink to={unitAddress(slug, "change")}>{t("registry.changeUnit")}</ButtonLink>}
      {can.close && (
        <ButtonLink to={unitAddress(slug, "close")} variant="quiet">
          {t("closing.title")}
        </ButtonLink>
      )}
    </>
  );
}

export default function UnitPageRoute() {
  const unit = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  return (
    <div className="stack">
      <PageHead
        title={named(unit.name, i18n.language)}
        crumbs={[{ label: t("unit.title"), to: unitsAddress }]}
        actions={<Acts unit={unit} />}
      />
      {unit.closedAt && <Notice>{t("registry.closed")}</Notice>}
      <div className="with-aside">
        <div className="stack-wide">
          <section className="section">
            <h2>{t("unit.page.posts")}</h2>
            {unit.posts.length === 0 ? (
              <p className="muted">{t("unit.page.noPosts")}</p>
            ) : (
              <ul className="divided">
                {unit.posts.map((post) => (
                  <li key={post.id}>
                    <PostLine post={post} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          {unit.kind !== "street" && unit.kind !== "community" && <Duties unit={unit} />}
          <Communities communities={unit.communities} />
        </div>
        <Facts unit={unit} />
      </div>
    </div>
  );
}
