import { Link } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { named } from "~/i18n/language";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { useHydrated } from "~/ui/useHydrated";
import { ActiveCell } from "./ActiveCell";
import type { Requirement } from "./completeness";
import type { Wording } from "./gridCells";
import { type GridField, gridFields } from "./gridForm";
import { type GridRow, isFixed } from "./gridRows";
import { problemClasses } from "./problemClass";
import { ListingTag } from "./StateTags";
import type { ListView } from "./showList.server";
import { useGrid } from "./useGrid";
import "./list.css";

/** How classes and units are written here, and by what names they are known. */
function useWording(units: ListView["units"]): Wording {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const labels = problemClasses.map((one) => [one, t(`problem.class.${one}`)]);
    return {
      classLabels: Object.fromEntries(labels) as Wording["classLabels"],
      units: units.map((unit) => ({
        id: unit.id,
        label: i18n.language === "en" ? named(unit.name, "en") : unit.shortZh,
        names: [unit.name.zh, unit.name.en, unit.shortZh],
      })),
    };
  }, [units, t, i18n.language]);
}

interface RowProps {
  row: GridRow;
  grid: ReturnType<typeof useGrid>;
}

function Standing({ row }: { row: GridRow }) {
  const { t } = useTranslation();
  if (!row.number) return null;
  if (!row.canChange && row.state !== "draft") return <ListingTag state={row.state} />;
  if (row.missing.length === 0) return <span className="muted">{t("problem.list.complete")}</span>;
  return (
    <span className="grid-missing">
      {row.missing.map((one) => t(`problem.short.${one}`)).join(t("ui.filter.and"))}
    </span>
  );
}

/** Where what is missing is to be written. */
const fieldOf: Record<Requirement, GridField> = {
  title: "title",
  content: "originalWording",
  concernedUnits: "concernedUnitIds",
  coordination: "coordination",
  question: "question",
};

// A phone has no keys to move with: there a row is opened and written in its own form.
const isPhone = () => window.matchMedia("(max-width: 47.99rem)").matches;

function Cell({ row, field, grid }: RowProps & { field: GridField }) {
  const { t } = useTranslation();
  const here = grid.active?.key === row.key && grid.active.field === field;
  const misread = grid.misread[`${row.key} ${field}`];
  return (
    <td
      data-label={t(`problem.field.${field}`)}
      data-field={field}
      data-active={here ? "" : undefined}
      data-fixed={isFixed(row, field) ? "" : undefined}
      data-misread={misread ? "" : undefined}
      data-lacking={row.missing.some((one) => fieldOf[one] === field) ? "" : undefined}
      onMouseDown={(event) => {
        if (here || isPhone()) return;
        event.preventDefault();
        grid.goTo({ key: row.key, field });
      }}
      onDoubleClick={() => grid.typed === null && grid.edit()}
    >
      <div className="grid-text">{row.texts[field]}</div>
      {misread && <div className="grid-error">{t(misread.key, { name: misread.name })}</div>}
      {here && <ActiveCell row={row} field={field} grid={grid} />}
    </td>
  );
}

function Row({ row, grid, detail }: RowProps & { detail: (number: string) => string }) {
  const { t } = useTranslation();
  return (
    <tr id={row.number ?? undefined} data-new={row.number ? undefined : ""}>
      <th scope="row" data-width="tight">
        {row.number ? (
          <Link to={detail(row.number)} preventScrollReset className="num">
            {row.number}
          </Link>
        ) : (
          <span className="muted">{t("problem.grid.newRow")}</span>
        )}
      </th>
      {gridFields.map((field) => (
        <Cell key={field} row={row} field={field} grid={grid} />
      ))}
      <td className="grid-last" data-label={t("problem.field.missing")}>
        <Standing row={row} />
      </td>
    </tr>
  );
}

function Heads({ open }: { open: boolean }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t("problem.field.number")}</th>
        {gridFields.map((field) => (
          <th scope="col" key={field} data-field={field}>
            {t(`problem.field.${field}`)}
          </th>
        ))}
        <th scope="col">{t(open ? "problem.field.missing" : "problem.field.state")}</th>
      </tr>
    </thead>
  );
}

function Saving({ grid }: { grid: RowProps["grid"] }) {
  const { t } = useTranslation();
  const untouched = !grid.touched && grid.unsaved === 0;
  if (untouched) return <p className="grid-saving">{t("problem.grid.newHint")}</p>;
  return (
    <p className="grid-saving" role="status">
      {grid.touched && (grid.saving ? t("problem.grid.saving") : t("problem.grid.saved"))}{" "}
      {grid.unsaved > 0 && t("problem.grid.waiting", { count: grid.unsaved })}
    </p>
  );
}

/**
 * A street's list as a table that is written like a spreadsheet. Without script, and on a phone, it is read
 * here and written behind each number.
 */
export function ListGrid({ view, detail }: { view: ListView; detail: (number: string) => string }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const wording = useWording(view.units);
  const grid = useGrid({ rows: view.rows, wording, canAdd: view.can.add && hydrated });
  const open = view.rows.every((row) => row.canChange || row.state === "draft");
  return (
    <div className="stack-tight">
      {grid.refusal && (
        <RefusalNotice messageKey={`refusal.${grid.refusal.code}`} values={grid.refusal.values} />
      )}
      <section className="table-scroll list-grid" data-phone="stack" aria-label={t("problem.list.rows")}>
        <table
          className="table"
          data-density="dense"
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) grid.goTo(null);
          }}
        >
          <caption className="visually-hidden">{t("problem.grid.label")}</caption>
          <Heads open={open} />
          <tbody>
            {grid.rows.map((row) => (
              <Row key={row.key} row={row} grid={grid} detail={detail} />
            ))}
          </tbody>
        </table>
      </section>
      {view.can.add && hydrated && <Saving grid={grid} />}
    </div>
  );
}
