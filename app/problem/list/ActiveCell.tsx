import { useNavigate, useSearchParams } from "@remix-run/react";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { inTree } from "~/rules/ruleLists";
import type { GridField } from "./gridForm";
import { type GridAct, gridAct } from "./gridKeys";
import { type GridRow, isFixed } from "./gridRows";
import type { useGrid } from "./useGrid";
import { useUnitCell } from "./useUnitCell";

interface ActiveCellProps {
  row: GridRow;
  field: GridField;
  grid: ReturnType<typeof useGrid>;
}

/** Opens the long fields of a problem beside the table. */
function useOpenDetail() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (number: string) => {
    search.set("edit", number);
    navigate(`?${search}`, { preventScrollReset: true });
  };
}

function useActs({ row, grid }: ActiveCellProps) {
  const openDetail = useOpenDetail();
  return (act: GridAct) => {
    switch (act.act) {
      case "step":
      case "done":
        return grid.step(act.down, act.right);
      case "extend":
        return grid.extend(act.down, act.right);
      case "moveRows":
        return grid.moveRows(act.by);
      case "edit":
        return grid.edit();
      case "drop":
        return grid.drop();
      case "undo":
      case "redo":
        return grid.turn(act.act);
      case "leave":
        return grid.goTo(null);
      case "clear":
        return grid.clear();
      case "fill":
        return grid.fill();
      case "removeRows":
        return grid.removeRows();
      case "all":
        return grid.selectAll();
      case "open":
        if (row.number) openDetail(row.number);
    }
  };
}

/**
 * The one cell that has the keyboard. Its text box is there before anything is typed, so that an input method
 * composes into it from the first key on.
 */
export function ActiveCell(props: ActiveCellProps) {
  const { row, field, grid } = props;
  const { t } = useTranslation();
  const { nameOf, pathOf } = useCodeNames("classes");
  const perform = useActs(props);
  const box = useRef<HTMLTextAreaElement & HTMLSelectElement>(null);
  const writing = grid.typed !== null;
  const choosing = writing && grid.choosing;
  const units = useUnitCell(props);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another control takes the place of the first while choosing
  useEffect(() => {
    box.current?.focus();
    // Words that were put back are gone on with at their end.
    if (box.current instanceof HTMLTextAreaElement)
      box.current.setSelectionRange(box.current.value.length, box.current.value.length);
  }, [choosing]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (units.onKey(event)) return;
    const { key, shiftKey: shift, altKey: alt, ctrlKey, metaKey } = event;
    const act = gridAct({ key, shift, alt, control: ctrlKey || metaKey, writing });
    if (!act) return;
    event.preventDefault();
    perform(act);
  }

  function onPaste(event: ClipboardEvent) {
    const text = event.clipboardData.getData("text/plain");
    // A single piece of text goes where the cursor is.
    if (writing && !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    grid.paste(text);
  }

  function onCopy(event: ClipboardEvent) {
    if (writing) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", grid.copied());
    if (event.type === "cut") grid.clear();
  }

  const label = `${row.number ?? t("problem.grid.newRow")} ${t(`problem.field.${field}`)}`;
  const common = { ref: box, className: "grid-box", "aria-label": label, onKeyDown };
  if (choosing)
    return (
      <select
        {...common}
        defaultValue={String(row.values[field])}
        onChange={(event) => grid.type(nameOf(event.currentTarget.value))}
      >
        {inTree(grid.classes).map(({ code }) => (
          <option key={code} value={code}>
            {pathOf(code)}
          </option>
        ))}
      </select>
    );
  return (
    <>
      <textarea
        {...common}
        {...units.aria}
        rows={1}
        data-writing={writing ? "" : undefined}
        readOnly={isFixed(row, field)}
        value={grid.typed ?? ""}
        onChange={(event) => grid.edit(event.currentTarget.value)}
        onPaste={onPaste}
        onCopy={onCopy}
        onCut={onCopy}
      />
      {units.options}
    </>
  );
}
