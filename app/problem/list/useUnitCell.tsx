import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { UnitOptions, unitOption } from "~/unit/typing/UnitOptions";
import type { UnitChoice } from "~/unit/typing/unitMatch";
import type { GridField } from "./gridForm";
import { isUnitField, unitsMeant, withUnit } from "./unitTyping";
import type { useGrid } from "./useGrid";

/** The cell, and of the table what is typed there. */
interface UnitCellProps {
  field: GridField;
  grid: Pick<ReturnType<typeof useGrid>, "typed" | "wording" | "edit">;
}

/**
 * The units that what is typed into a cell may mean, under it: by short name, pinyin or initials. Arrows choose, Enter
 * and Tab take the chosen one; pressed again they do what they do in any cell.
 */
export function useUnitCell({ field, grid }: UnitCellProps) {
  const { t } = useTranslation();
  const listId = useId();
  const [at, setAt] = useState(0);
  const { typed, wording } = grid;
  const { choices, units } = wording;
  const found = typed !== null && isUnitField(field) ? unitsMeant(choices, typed) : [];
  const active = Math.min(at, found.length - 1);
  const labelOf = (unit: UnitChoice) => units.find(({ id }) => id === unit.id)?.label ?? unit.shortZh;
  const take = (unit: UnitChoice) => {
    setAt(0);
    grid.edit(withUnit(typed ?? "", labelOf(unit)));
  };
  /** Whether the key was for the units. */
  function onKey(event: KeyboardEvent): boolean {
    const { key } = event;
    const one = found[active];
    if (!one) return false;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      const by = key === "ArrowDown" ? 1 : -1;
      setAt((active + by + found.length) % found.length);
      return true;
    }
    if (key !== "Enter" && key !== "Tab") return false;
    event.preventDefault();
    take(one.unit);
    return true;
  }
  const isOpen = found.length > 0;
  return {
    onKey,
    aria: isOpen && {
      "aria-autocomplete": "list" as const,
      "aria-controls": listId,
      "aria-activedescendant": unitOption(listId, active),
    },
    options: isOpen && (
      <div className="grid-options">
        <UnitOptions
          id={listId}
          label={t(`problem.field.${field}`)}
          {...{ found, active, chosen: [], multiple: false }}
          onChoose={take}
          onPoint={setAt}
        />
      </div>
    ),
  };
}
