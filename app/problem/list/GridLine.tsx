import { Link } from "@remix-run/react";
import { memo } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import type { Requirement } from "~/problem/completeness";
import { Lacking } from "~/problem/Lacking";
import { ListingTag } from "~/problem/StateTags";
import { Words } from "~/ui/Words";
import { ActiveCell } from "./ActiveCell";
import type { Misread } from "./gridCells";
import { type GridField, gridFields } from "./gridForm";
import { type GridRow, isFixed } from "./gridRows";
import type { CellPlace, useGrid } from "./useGrid";

export type Grid = ReturnType<typeof useGrid>;

/** What a row of the table needs. */
export interface GridLineProps {
  row: GridRow;
  /** Names of the columns. */
  labels: Record<GridField, string>;
  /** The table's state, for the row that has the active cell; the others need none of it. */
  grid: Grid | null;
  misread: Partial<Record<GridField, Misread>> | undefined;
  onPick: (place: CellPlace, edit: boolean) => void;
  detail: (number: string) => string;
}

function Standing({ row }: { row: GridRow }) {
  if (!row.number) return null;
  if (!row.canChange && row.state !== "draft") return <ListingTag state={row.state} />;
  return <Lacking missing={row.missing} />;
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

function Cell({ row, field, labels, grid, misread, onPick }: GridLineProps & { field: GridField }) {
  const { t } = useTranslation();
  const here = grid?.active?.field === field;
  const mark = misread?.[field];
  return (
    <td
      data-label={labels[field]}
      data-field={field}
      data-active={here ? "" : undefined}
      data-fixed={isFixed(row, field) ? "" : undefined}
      data-misread={mark ? "" : undefined}
      data-lacking={row.missing.some((one) => fieldOf[one] === field) ? "" : undefined}
      onMouseDown={(event) => {
        if (here || isPhone()) return;
        event.preventDefault();
        onPick({ key: row.key, field }, false);
      }}
      onDoubleClick={() => !isPhone() && onPick({ key: row.key, field }, true)}
    >
      <div className="grid-text">
        <Words text={row.texts[field]} />
      </div>
      {mark && <div className="grid-error">{t(mark.key, { name: mark.name })}</div>}
      {here && grid && <ActiveCell row={row} field={field} grid={grid} />}
    </td>
  );
}

/** One row; drawn again only when it changes or has the active cell. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { row, detail } = props;
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
        <Cell key={field} {...props} field={field} />
      ))}
      <td className="grid-last" data-label={t("problem.field.missing")}>
        <Standing row={row} />
      </td>
    </tr>
  );
});
