import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { RefusalNotice } from "~/ui/RefusalNotice";
import type { Grid } from "./GridLine";
import { type CellValue, cellValue, textOf, type Wording } from "./gridCells";
import { type GridField, gridFields } from "./gridForm";
import type { ListedRow } from "./gridRows";
import type { CellChange } from "./gridUndo";

interface RefusedCellsProps {
  grid: Grid;
  rows: readonly ListedRow[];
  wording: Wording;
}

interface RefusedCell {
  number: string;
  field: GridField;
  mine: CellValue;
  now: CellValue;
}

const isSame = (one: CellValue, other: CellValue) => JSON.stringify(one) === JSON.stringify(other);

/** The cells of what was refused that read differently from what was written into them. */
function cellsApart(changes: readonly CellChange[], rows: readonly ListedRow[]): RefusedCell[] {
  return changes.flatMap(({ number, set }) => {
    const row = rows.find((one) => one.number === number);
    return gridFields.flatMap((field) => {
      const mine = set[field];
      const now = cellValue(row?.[field]);
      return !row || mine === undefined || isSame(mine, now) ? [] : [{ number, field, mine, now }];
    });
  });
}

/** Says what of the table was not saved and why, with both texts of each cell; one may write it again or let it be. */
export function RefusedCells({ grid, rows, wording }: RefusedCellsProps) {
  const { t } = useTranslation();
  const { refused } = grid;
  if (!refused) return null;
  const { refusal, batch } = refused;
  const cells = refusal.code === "changedMeanwhile" ? cellsApart(batch.changes, rows) : [];
  if (cells.length === 0)
    return <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />;
  const again = cells.map(({ number, field, mine, now }) => ({
    number,
    set: { [field]: mine },
    was: { [field]: now },
  }));
  return (
    <section className="notice tone-warn" role="alert">
      <p className="notice-mark">
        {t(batch.turn === "act" ? "problem.grid.refused" : "problem.grid.undoRefused")}
      </p>
      <div className="notice-body stack-tight">
        <ul>
          {cells.map(({ number, field, mine, now }) => (
            <li key={`${number} ${field}`}>
              <span className="num">{number}</span> {t(`problem.field.${field}`)}
              {t("problem.grid.nowAndMine", {
                now: textOf(field, now, wording) || t("ui.meanwhile.empty"),
                mine: textOf(field, mine, wording) || t("ui.meanwhile.empty"),
              })}
            </li>
          ))}
        </ul>
        <div className="cluster">
          <Button type="button" size="small" onClick={grid.settle}>
            {t("problem.grid.keepNow")}
          </Button>
          <Button type="button" size="small" variant="quiet" onClick={() => grid.writeAgain(again)}>
            {t("problem.grid.takeMine")}
          </Button>
        </div>
      </div>
    </section>
  );
}
