import { useEffect, useMemo, useRef, useState } from "react";
import { type CellValue, type Misread, placeBlock, readCell, readClipboard, type Wording } from "./gridCells";
import { type GridField, gridFields } from "./gridForm";
import { type Marks, type UnsentGrid, underNewNames, unsentText } from "./gridKept";
import { draftRow, gridRow, isFixed, type ListedRow } from "./gridRows";
import type { CellChange } from "./gridUndo";
import { isBlank, newDraft, useDrafts } from "./useDrafts";
import { useListSaving } from "./useListSaving";

/** A cell by its row's key. */
export interface CellPlace {
  key: string;
  field: GridField;
}

/** A text for a cell. */
export interface CellText extends CellPlace {
  text: string;
  /** What stood there when the writing began; what stands there now, unless told. */
  was?: CellValue;
}

function withMark(marks: Marks, { key, field }: CellPlace, mark: Misread | undefined): Marks {
  const { [field]: _old, ...rest } = marks[key] ?? {};
  const { [key]: _row, ...others } = marks;
  const row = mark ? { ...rest, [field]: mark } : rest;
  return Object.keys(row).length > 0 ? { ...others, [key]: row } : others;
}

/** The state of a list's table: which cell is active, what is being typed, what waits to be saved. */
export function useGrid(options: { rows: readonly ListedRow[]; wording: Wording; canAdd: boolean }) {
  const { wording, canAdd } = options;
  const saving = useListSaving();
  const open = useDrafts();
  const [active, setActive] = useState<CellPlace | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [misread, setMisread] = useState<Marks>({});
  // The cell may be loaded anew while somebody writes into it: what is written is about what they saw.
  const stood = useRef<CellValue>("");
  const { shown, refused } = saving;
  const takeBack = useRef(open.giveBack);
  takeBack.current = open.giveBack;
  // Rows that were not saved can be written on.
  useEffect(() => {
    if (refused && refused.batch.rows.length > 0) takeBack.current(refused.batch.rows);
  }, [refused]);
  // Each row stays the same object until something in it changes: a list can have hundreds.
  const loaded = useMemo(
    () => options.rows.map((row) => gridRow(row, undefined, wording)),
    [options.rows, wording],
  );
  const rows = useMemo(() => {
    const written = new Map(shown.changes.map((one) => [one.number, one.set]));
    const gone = new Set(shown.gone.map((one) => one.number));
    return [
      ...options.rows
        .map((row, at) =>
          written.has(row.number) ? gridRow(row, written.get(row.number), wording) : loaded[at]!,
        )
        .filter((row) => !gone.has(row.key)),
      ...shown.rows.map((row) => draftRow(row, wording, false)),
      ...(canAdd ? open.rows.map((row) => draftRow(row, wording, true)) : []),
    ];
  }, [options.rows, loaded, shown, open.rows, canAdd, wording]);

  /** Saves the new rows that are left: with a name and the words, and nothing in them that was not understood. */
  function saveLeft(marks: Marks, place: CellPlace | null) {
    const whole = open.takeWhole((key) => key === place?.key || key in marks);
    if (whole.length > 0) saving.add([], whole);
  }

  /** Takes texts into cells: those understood are saved, the others marked. */
  function write(cells: readonly CellText[]) {
    const changes: CellChange[] = [];
    let marks = misread;
    for (const { key, field, text, was } of cells) {
      const row = rows.find((one) => one.key === key);
      marks = withMark(marks, { key, field }, undefined);
      if (row && isFixed(row, field)) continue;
      if (field === "problemClass" && text.trim() === "") continue;
      const read = readCell(field, text, wording);
      if ("misread" in read) marks = withMark(marks, { key, field }, read.misread);
      else if (!row?.number) open.write(key, field, read.value);
      else
        changes.push({
          number: row.number,
          set: { [field]: read.value },
          was: { [field]: was ?? row.values[field] },
        });
    }
    setMisread(marks);
    if (changes.length > 0) saving.add(changes, []);
    return marks;
  }

  function goTo(place: CellPlace | null) {
    const marks =
      active && typed !== null ? write([{ ...active, text: typed, was: stood.current }]) : misread;
    setTyped(null);
    setActive(place);
    saveLeft(marks, place);
  }

  function step(down: number, right: number) {
    if (!active) return;
    const row = rows.findIndex((one) => one.key === active.key);
    const column = gridFields.indexOf(active.field);
    const within = (at: number, length: number) => Math.max(0, Math.min(length - 1, at));
    const next = rows[within(row + down, rows.length)];
    const field = gridFields[within(column + right, gridFields.length)];
    if (next && field) goTo({ key: next.key, field });
  }

  function edit(text?: string) {
    const row = rows.find((one) => one.key === active?.key);
    if (!row || !active || isFixed(row, active.field)) return;
    // Typing names a class; opening the cell offers them all.
    if (typed === null) setChoosing(text === undefined && active.field === "problemClass");
    if (typed === null) stood.current = row.values[active.field];
    setTyped(text ?? row.texts[active.field]);
  }

  const cell = rows.find((one) => one.key === active?.key);
  const opened =
    active && cell && typed !== null && typed !== cell.texts[active.field]
      ? { ...active, text: typed, was: stood.current }
      : null;

  /** Puts back what was written in another window of time: the rows, and the cell that was open. */
  function putBack(kept: UnsentGrid) {
    const names = new Map(kept.rows.map(({ key }) => [key, newDraft().key]));
    const blank = open.rows.find(isBlank)?.key ?? "";
    const isListed = (key: string) => options.rows.some((row) => row.number === key);
    const back = underNewNames(kept, (key) => names.get(key) ?? (isListed(key) ? key : blank));
    open.giveBack(back.rows);
    setMisread(back.misread);
    for (const batch of back.batches) saving.addAgain(batch);
    if (!back.open) return;
    stood.current = back.open.was;
    setActive({ key: back.open.key, field: back.open.field });
    setTyped(back.open.text);
  }

  function paste(text: string) {
    if (!active) return;
    const from = rows.findIndex((one) => one.key === active.key);
    const beyond: string[] = [];
    const cells = placeBlock(readClipboard(text), active.field).flatMap(({ row, ...cell }) => {
      const known = rows[from + row]?.key;
      if (known === undefined && !canAdd) return [];
      if (known === undefined) beyond[row] ??= newDraft().key;
      return [{ ...cell, key: known ?? beyond[row]! }];
    });
    setTyped(null);
    const marks = write(cells);
    const several = cells.some((cell) => cell.key !== active.key);
    // A new row is saved by leaving it; any other keeps the keyboard.
    const stays = several && open.rows.some(({ key }) => key === active.key) ? null : active;
    setActive(stays);
    saveLeft(marks, stays);
  }

  return {
    classes: wording.classes,
    ...{ rows, active, typed, choosing, misread, goTo, step, edit, paste, write },
    drop: () => setTyped(null),
    type: setTyped,
    /** What is written and not saved, as one text. */
    unsent: unsentText({
      open: opened,
      rows: open.rows.filter((row) => !isBlank(row)),
      misread,
      batches: saving.unsent,
    }),
    putBack,
    /** Throws away what is written and not on its way. */
    giveUp() {
      setTyped(null);
      setActive(null);
      setMisread({});
      open.clear();
    },
    /** Rows that lack a name or the words. */
    unsaved: open.rows.filter((row) => !isBlank(row)).length,
    ...{ refused, settle: saving.settle, undo: saving.undo },
    /** The act that can be taken back. */
    last: saving.steps.at(-1),
    /** Writes again what was refused, over what stands there now. */
    writeAgain(changes: CellChange[]) {
      saving.settle();
      if (changes.length > 0) saving.add(changes, []);
    },
    saving: saving.saving,
    touched: saving.touched,
  };
}
