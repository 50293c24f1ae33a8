import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/access/request.server";
import { dutiesAddress, newUnitAddress, registerImportAddress } from "~/address/units";
import { useTranslation } from "~/i18n/useTranslation";
import { ButtonLink } from "~/ui/ButtonLink";
import { ExportLink } from "~/ui/ExportLink";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { mayAppoint, mayKeepUnits } from "~/unit/permission";
import { showUnits, type UnitListed } from "~/unit/showUnits.server";
import { UnitGroup } from "~/unit/UnitGroup";
import { VacantPosts } from "~/unit/VacantPosts";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("unit.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return { ...(await showUnits(now)), mayKeep: mayKeepUnits(actor), mayAppoint: mayAppoint(actor) };
}

const groups = ["district", "street", "department", "utility", "contractor"] as const;

// The office is the district's own.
const groupOf = ({ kind }: UnitListed) => (kind === "office" ? "district" : kind);

export default function UnitsPage() {
  const { units, mayKeep, mayAppoint: appoints } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <div className="stack-wide unit-groups">
      <PageHead
        title={t("unit.title")}
        actions={
          <>
            {mayKeep && (
              <ButtonLink to={newUnitAddress} variant="primary">
                {t("registry.addUnit")}
              </ButtonLink>
            )}
            {appoints && <ButtonLink to={registerImportAddress}>{t("register.title")}</ButtonLink>}
            <ButtonLink to={dutiesAddress}>{t("unit.toDuties")}</ButtonLink>
            <ExportLink to="/desk/units/units.xlsx" />
          </>
        }
      />
      <p className="prose">{t("unit.lead")}</p>
      {mayKeep && <VacantPosts units={units} />}
      {groups.map((group) => {
        const inside = units.filter((unit) => groupOf(unit) === group);
        return inside.length > 0 && <UnitGroup key={group} title={t(`unit.group.${group}`)} units={inside} />;
      })}
    </div>
  );
}
