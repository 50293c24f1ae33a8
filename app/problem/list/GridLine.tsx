import { Link } from "@remix-run/react";
import { memo } from "react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { Requirement } from "~/problem/completeness";
import { Lacking } from "~/problem/Lacking";
import { ListingTag } from "~/problem/StateTags";
import { Words } from "~/ui/Words";
import { ActiveCell } from "./ActiveCell";
import type { Misread } from "./gridCells";
import { type GridField, gridFields } from "./gridForm";
import { type GridRow, isFixed } from "./gridRows";
import type { CellPlace } from "./gridSelection";
import { RowHandle } from "./RowHandle";
import type { useGrid } from "./useGrid";

export type Grid = ReturnType<typeof useGrid>;

/** What a row of the table needs. */
export interface GridLineProps {
  row: GridRow;
  /** Names of the columns. */
  labels: Record<GridField, string>;
  /** The table's state, for the row that has the active cell; the others need none of it. */
  grid: Grid | null;
  misread: Partial<Record<GridField, Misread>> | undefined;
  /** The selected columns of the row, from the first to the last; undefined where none is. */
  picked: string | undefined;
  onPick: (place: CellPlace, how: "select" | "extend" | "edit") => void;
  /** Moves the row by its handle; undefined where rows cannot be moved. */
  onMove: ((listingId: string, target: string, behind: boolean) => void) | undefined;
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

function isPicked(picked: string | undefined, field: GridField): boolean {
  const [left = "", right = ""] = picked?.split(" ") ?? [];
  const at = gridFields.indexOf(field);
  return picked !== undefined && Number(left) <= at && at <= Number(right);
}

function Cell({ row, field, labels, grid, picked, misread, onPick }: GridLineProps & { field: GridField }) {
  const { t } = useTranslation();
  const here = grid?.active?.field === field;
  const place = { key: row.key, field };
  const mark = misread?.[field];
  return (
    <td
      data-label={labels[field]}
      data-field={field}
      data-active={here ? "" : undefined}
      data-picked={isPicked(picked, field) ? "" : undefined}
      data-fixed={isFixed(row, field) ? "" : undefined}
      data-misread={mark ? "" : undefined}
      data-lacking={row.missing.some((one) => fieldOf[one] === field) ? "" : undefined}
      onMouseDown={(event) => {
        // In a cell that is being written the mouse sets the cursor.
        const isWritten = here && grid?.typed !== null && !event.shiftKey;
        if (isPhone() || event.button !== 0 || isWritten) return;
        event.preventDefault();
        onPick(place, event.shiftKey ? "extend" : "select");
      }}
      onMouseEnter={(event) => event.buttons === 1 && !isPhone() && onPick(place, "extend")}
      onDoubleClick={() => !isPhone() && onPick(place, "edit")}
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
  const { row, detail, onMove } = props;
  const { t, i18n } = useTranslation();
  const { listingId } = row;
  return (
    <tr
      id={row.number ?? undefined}
      data-new={row.number ? undefined : ""}
      data-listing={listingId ?? undefined}
    >
      <th scope="row" data-width="tight">
        {onMove && listingId && <RowHandle listingId={listingId} onMove={onMove} />}
        {row.number ? (
          <Link to={detail(row.number)} preventScrollReset className="num">
            {row.number}
          </Link>
        ) : (
          <span className="muted">{t("problem.grid.newRow")}</span>
        )}
        {row.from && <span className="row-from small muted">{named(row.from, i18n.language)}</span>}
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
