import { type FocusEvent, type KeyboardEvent, useState } from "react";
import { matchUnits, type ProposedUnit, type UnitChoice, unitCalled } from "./unitMatch";

/** Props of {@link useUnitCombo}. */
export interface UnitComboProps {
  units: readonly UnitChoice[];
  proposed?: readonly ProposedUnit[];
  multiple: boolean;
  chosen: readonly string[];
  /** What the field says when nobody types in it. */
  said: string;
  choose: (ids: readonly string[]) => void;
}

/**
 * A field in which a unit is typed: its text, the units that it may mean, and what keys do. An arrow or a letter opens
 * the list, Enter takes the one that is active, Esc leaves things as they were.
 */
export function useUnitCombo({ units, proposed, multiple, chosen, said, choose }: UnitComboProps) {
  // Null while nobody types.
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = matchUnits(units, typed ?? "", proposed);
  const show = () => {
    const at = found.findIndex(({ unit }) => chosen.includes(unit.id));
    if (!open) setActive(multiple ? 0 : Math.max(at, 0));
    setOpen(true);
  };
  const rest = () => {
    setOpen(false);
    setTyped(null);
  };
  const take = (unit: UnitChoice) => {
    if (!multiple) {
      choose([unit.id]);
      return rest();
    }
    choose(chosen.includes(unit.id) ? chosen.filter((id) => id !== unit.id) : [...chosen, unit.id]);
    // Who typed is done with this one, and the list would lie over what comes next; who picks from it picks several.
    if (typed !== null) setOpen(false);
    setTyped(null);
  };
  const leave = () => {
    const called = typed === null ? undefined : unitCalled(units, typed);
    if (called && !chosen.includes(called.id)) take(called);
    else if (!multiple && typed?.trim() === "") choose([]);
    rest();
  };
  const step = (by: number) => {
    if (!open) return show();
    if (found.length > 0) setActive((active + by + found.length) % found.length);
  };
  const actOf = (key: string): (() => unknown) | undefined => {
    if (key === "ArrowDown") return () => step(1);
    if (key === "ArrowUp") return () => step(-1);
    if (key === "Enter" && open) return () => found[active] && take(found[active].unit);
    if (key === "Escape" && (open || typed !== null)) return rest;
    if (key === "Backspace" && multiple && !typed && chosen.length > 0)
      return () => choose(chosen.slice(0, -1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The letters of an unfinished character are no choice.
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = actOf(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return {
    ...{ found, open, active, take, setActive },
    text: typed ?? said,
    field: {
      onKeyDown,
      onClick: show,
      onFocus: (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
      onBlur: leave,
      onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
        setTyped(currentTarget.value);
        setActive(0);
        setOpen(true);
      },
    },
  };
}
