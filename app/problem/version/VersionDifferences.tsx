import { Link } from "@remix-run/react";
import { problemAddress } from "~/address/problems";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useNames } from "~/i18n/useNames";
import { useTranslation } from "~/i18n/useTranslation";
import type { PowerLacking, ProblemSource } from "~/problem/problem";
import { DifferenceLegend, DifferenceWords } from "~/record/difference/DifferenceWords";
import { Change } from "~/record/difference/FieldsDifference";
import { Words } from "~/ui/Words";
import type { FrozenRow, RowChange } from "./listVersion";
import type { VersionsView } from "./showVersions.server";

/** How a value that is no text reads. */
function useShown(units: VersionsView["units"]) {
  const { t } = useTranslation();
  const nameOf = useNames(units);
  const { pathOf } = useCodeNames("classes");
  return (field: string, value: string | number | readonly string[] | null) => {
    if (typeof value === "number") return t("problem.householdsCount", { count: value });
    if (value === null || value.length === 0) return t("lists.version.nothing");
    if (typeof value !== "string") return value.map(nameOf).join(t("ui.filter.and"));
    if (field === "problemClass") return pathOf(value);
    if (field === "source") return t(`problem.source.${value as ProblemSource}`);
    if (field === "powerLacking") return t(`problem.power.${value as PowerLacking}`);
    if (field === "spot") return value;
    return field === "raisedAt" || field === "wishOn" ? value.slice(0, 10) : nameOf(value);
  };
}

function Fields({ fields, units }: { fields: readonly RowChange[]; units: VersionsView["units"] }) {
  const { t } = useTranslation();
  const shown = useShown(units);
  return (
    <dl className="diff-fields">
      {fields.map((one) => (
        <div key={one.field}>
          <dt>{t(`problem.field.${one.field}`)}</dt>
          <dd>
            {one.kind === "words" ? (
              <DifferenceWords spans={one.spans} />
            ) : (
              <Change before={shown(one.field, one.before)} after={shown(one.field, one.after)} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Title({ number, title }: { number: string; title: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Link className="num" to={problemAddress(number)}>
        {number}
      </Link>{" "}
      <Words text={title || t("problem.untitled")} />
    </>
  );
}

function Rows({ label, rows }: { label: string; rows: readonly FrozenRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{label}</h3>
      <ul className="divided">
        {rows.map(({ number, title }) => (
          <li key={number}>
            <Title number={number} title={title} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What changed between two versions of a list: rows that came and went, the others field by field. */
export function VersionDifferences({ view }: { view: VersionsView }) {
  const { t } = useTranslation();
  const { difference, units } = view;
  if (!difference) return <p className="muted">{t("lists.version.first")}</p>;
  const { added, removed, changed, reordered, same } = difference;
  const isSame = added.length + removed.length + changed.length === 0;
  return (
    <div className="stack">
      <p>
        {t("lists.version.summary", {
          added: added.length,
          removed: removed.length,
          changed: changed.length,
          same,
        })}
        {reordered && t("lists.version.reordered")}
      </p>
      {!isSame && <DifferenceLegend />}
      <Rows label={t("lists.version.added", { count: added.length })} rows={added} />
      <Rows label={t("lists.version.removed", { count: removed.length })} rows={removed} />
      {changed.length > 0 && (
        <section className="stack-tight">
          <h3>{t("lists.version.changed", { count: changed.length })}</h3>
          <ul className="divided">
            {changed.map(({ number, title, fields }) => (
              <li key={number} className="stack-tight">
                <p>
                  <Title number={number} title={title} />
                </p>
                <Fields fields={fields} units={units} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
