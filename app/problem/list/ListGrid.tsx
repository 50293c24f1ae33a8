import { useCallback, useMemo, useRef } from "react";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { Pager } from "~/ui/Pager";
import { useHydrated } from "~/ui/useHydrated";
import { GridLine, type GridLineProps } from "./GridLine";
import { GridTools } from "./GridTools";
import type { Wording } from "./gridCells";
import { gridFields } from "./gridForm";
import { KeptCells } from "./KeptCells";
import { isOpen } from "./listColumns";
import { pageAddress } from "./listPage";
import { RefusedCells } from "./RefusedCells";
import type { ListView } from "./showList.server";
import { useGrid } from "./useGrid";
import "./list.css";

/** How classes and units are written here, and by what names they are known. */
function useWording({ units, classes }: Pick<ListView, "units" | "classes">, today: string): Wording {
  const { i18n } = useTranslation();
  const { codes } = useCodeNames("classes");
  return useMemo(() => {
    const names = new Map(codes.map((one) => [one.code, named(one, i18n.language)]));
    return {
      classes,
      className: (code) => names.get(code) ?? code,
      choices: units,
      today,
      units: units.map((unit) => ({
        id: unit.id,
        label: i18n.language === "en" ? named(unit.name, "en") : unit.shortZh,
        names: [unit.name.zh, unit.name.en, unit.shortZh],
      })),
    };
  }, [units, classes, codes, today, i18n.language]);
}

function Heads({ open, labels }: { open: boolean; labels: GridLineProps["labels"] }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t("problem.field.number")}</th>
        {gridFields.map((field) => (
          <th scope="col" key={field} data-field={field}>
            {labels[field]}
          </th>
        ))}
        <th scope="col">{t(open ? "problem.field.missing" : "problem.field.state")}</th>
      </tr>
    </thead>
  );
}

function ListPager({ page: { at, of }, here }: { page: ListView["page"]; here: string }) {
  const { t } = useTranslation();
  return (
    <Pager
      previousHref={at > 1 ? pageAddress(here, at - 1) : undefined}
      nextHref={at < of ? pageAddress(here, at + 1) : undefined}
      shown={t("problem.list.pageOf", { at, of })}
    />
  );
}

/**
 * A street's list as a table that is written like a spreadsheet. Without script, and on a phone, it is read
 * here and written behind each number.
 */
export function ListGrid({ view, here, today }: { view: ListView; here: string; today: string }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const wording = useWording(view, today);
  // New rows come last: they are written on the last page.
  const canAdd = view.can.add && hydrated && view.page.at === view.page.of;
  const canMove = view.can.move && hydrated;
  const grid = useGrid({ rows: view.rows, wording, canAdd, canMove, beside: view.beside });
  const labels = useMemo(
    () =>
      Object.fromEntries(
        gridFields.map((field) => [field, t(`problem.field.${field}`)]),
      ) as GridLineProps["labels"],
    [t],
  );
  const detail = useCallback(
    (number: string) => pageAddress(here, view.page.at, { edit: number }),
    [here, view.page.at],
  );
  const latest = useRef(grid);
  latest.current = grid;
  const onPick = useCallback<GridLineProps["onPick"]>((place, how) => {
    if (how === "select") latest.current.goTo(place);
    else if (how === "extend") latest.current.extendTo(place);
    else if (latest.current.typed === null) latest.current.edit();
  }, []);
  const onMove = useCallback<NonNullable<GridLineProps["onMove"]>>(
    (listingId, target, behind) => latest.current.moveTo(listingId, target, behind),
    [],
  );
  const open = isOpen(view);
  const { area } = grid;
  const several = area !== null && (area.top !== area.bottom || area.left !== area.right);
  const pickedIn = (at: number) =>
    several && area.top <= at && at <= area.bottom ? `${area.left} ${area.right}` : undefined;
  return (
    <div className="stack-tight">
      {view.can.add && hydrated && <KeptCells grid={grid} />}
      <RefusedCells grid={grid} rows={view.rows} wording={wording} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is written is saved when the keyboard leaves the table and its tools */}
      <div
        className="stack-tight"
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) grid.goTo(null);
        }}
      >
        {open && (canAdd || canMove || grid.touched) && <GridTools grid={grid} canAdd={canAdd} />}
        <section className="table-scroll list-grid" data-phone="stack" aria-label={t("problem.list.rows")}>
          <table className="table" data-density="dense">
            <caption className="visually-hidden">{t("problem.grid.label")}</caption>
            <Heads open={open} labels={labels} />
            <tbody>
              {grid.rows.map((row, at) => (
                <GridLine
                  key={row.key}
                  {...{ row, labels, onPick, detail }}
                  onMove={canMove && view.count > 1 ? onMove : undefined}
                  picked={pickedIn(at)}
                  grid={grid.active?.key === row.key ? grid : null}
                  misread={grid.misread[row.key]}
                />
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <ListPager page={view.page} here={here} />
    </div>
  );
}
