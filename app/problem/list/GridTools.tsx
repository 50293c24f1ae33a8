import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import type { Grid } from "./GridLine";
import { sizeOf } from "./gridSelection";
import { cellsOf } from "./gridUndo";

interface GridToolsProps {
  grid: Grid;
  canAdd: boolean;
}

function Standing({ grid, canAdd }: GridToolsProps) {
  const { t } = useTranslation();
  const untouched = !grid.touched && grid.unsaved === 0;
  if (untouched) return <p className="grid-hint">{canAdd && t("problem.grid.newHint")}</p>;
  return (
    <p role="status">
      {grid.touched && (grid.saving ? t("problem.grid.saving") : t("problem.grid.saved"))}{" "}
      {grid.unsaved > 0 && t("problem.grid.waiting", { count: grid.unsaved })}
    </p>
  );
}

/** What can be done with the selected rows, for the mouse; the keyboard stays in the table. */
function RowTools({ grid }: { grid: Grid }) {
  const { t } = useTranslation();
  const { area } = grid;
  if (!area) return null;
  const { rows, columns } = sizeOf(area);
  const tool = (label: string, keys: string, act: () => void) => (
    <Button
      type="button"
      size="small"
      variant="quiet"
      aria-keyshortcuts={keys}
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    >
      {label}
    </Button>
  );
  return (
    <>
      {rows * columns > 1 && (
        <span className="muted num" role="status">
          {t("problem.grid.selected", { rows, columns })}
        </span>
      )}
      {grid.canMove && tool(t("problem.grid.up"), "Alt+ArrowUp", () => grid.moveRows(-1))}
      {grid.canMove && tool(t("problem.grid.down"), "Alt+ArrowDown", () => grid.moveRows(1))}
      {rows > 1 && tool(t("problem.grid.fill"), "Control+D", grid.fill)}
      {tool(t("problem.grid.removeRows", { count: rows }), "Control+Delete", grid.removeRows)}
    </>
  );
}

/** The bar over the table: whether all is saved, going back and forth, and what can be done with what is selected. */
export function GridTools({ grid, canAdd }: GridToolsProps) {
  const { t } = useTranslation();
  const { done, undone } = grid.history;
  const [last, next] = [done.at(-1), undone.at(-1)];
  const count = (step: typeof last) => (step ? cellsOf(step) : 0);
  return (
    <div className="grid-tools cluster">
      <Standing grid={grid} canAdd={canAdd} />
      <RowTools grid={grid} />
      {last && (
        <Button
          type="button"
          size="small"
          variant="quiet"
          onClick={() => grid.turn("undo")}
          aria-keyshortcuts="Control+Z"
        >
          {t("problem.grid.undo", { count: count(last) })}
        </Button>
      )}
      {next && (
        <Button
          type="button"
          size="small"
          variant="quiet"
          onClick={() => grid.turn("redo")}
          aria-keyshortcuts="Control+Y"
        >
          {t("problem.grid.redo", { count: count(next) })}
        </Button>
      )}
    </div>
  );
}
