import { useEffect, useRef, useState } from "react";
import { type CellValue, type Misread, readCell, readClipboard, type Wording } from "./gridCells";
import { type Marks, type UnsentGrid, underNewNames, unsentText } from "./gridKept";
import { type MovedRow, movedBy, movedTo } from "./gridOrder";
import { isFixed, type ListedRow } from "./gridRows";
import {
  type CellPlace,
  copiedText,
  fieldsOf,
  filledDown,
  type PlacedText,
  placeBlock,
} from "./gridSelection";
import type { CellChange } from "./gridUndo";
import { isBlank, newDraft, useDrafts } from "./useDrafts";
import { useGridRows } from "./useGridRows";
import { useListSaving } from "./useListSaving";
import { useSelection } from "./useSelection";

/** A text for a cell. */
interface CellText extends CellPlace {
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

/** What the table is given. */
interface GridOptions {
  rows: readonly ListedRow[];
  wording: Wording;
  canAdd: boolean;
  canMove: boolean;
  /** Places on the list before and behind the page. */
  beside: { before: readonly string[]; behind: readonly string[] };
}

/** The state of a list's table: which cells are selected, what is being typed, what waits to be saved. */
export function useGrid({ rows: listed, wording, canAdd, canMove, beside }: GridOptions) {
  const saving = useListSaving();
  const open = useDrafts();
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
  const rows = useGridRows({ listed, shown, drafts: canAdd ? open.rows : none, wording });
  const selection = useSelection(rows);
  const { active, area } = selection;

  /**
   * Takes texts into cells and goes to a place: what is understood is saved, the rest marked. A new row that is left is
   * saved too, as long as everything in it was understood.
   */
  function write(cells: readonly CellText[], place: CellPlace | null) {
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
    setTyped(null);
    const left = open.takeWhole((key) => key === place?.key || key in marks);
    saving.add({ changes, rows: left });
  }

  /** What is being typed, for the cell it is for. */
  const written = (): CellText[] =>
    active && typed !== null ? [{ ...active, text: typed, was: stood.current }] : [];

  function goTo(place: CellPlace | null) {
    write(written(), place);
    selection.set(place);
  }

  function edit(text?: string) {
    const row = rows.find((one) => one.key === active?.key);
    if (!row || !active || isFixed(row, active.field)) return;
    // Typing names a class; opening the cell offers them all.
    if (typed === null) setChoosing(text === undefined && active.field === "problemClass");
    if (typed === null) stood.current = row.values[active.field];
    setTyped(text ?? row.texts[active.field]);
  }

  function extendTo(place: CellPlace | null) {
    if (!active || !place) return;
    if (typed !== null) write(written(), active);
    selection.extendTo(place);
  }

  /** Writes placed texts, into new rows where the table ends. */
  function place(texts: readonly PlacedText[]) {
    if (!active) return;
    const beyond: string[] = [];
    const cells = texts.flatMap(({ row, ...cell }) => {
      const known = rows[row]?.key;
      if (known === undefined && !canAdd) return [];
      if (known === undefined) beyond[row] ??= newDraft().key;
      return [{ ...cell, key: known ?? beyond[row]! }];
    });
    const several = cells.some((cell) => cell.key !== active.key);
    // A new row is saved by leaving it; any other keeps the keyboard.
    const stays = several && open.rows.some(({ key }) => key === active.key) ? null : active;
    write(cells, stays);
    if (!stays) selection.set(null);
  }

  function removeRows() {
    const numbered = selection.rowsIn.filter((row) => row.number && row.canChange);
    const drafts = selection.rowsIn.filter((row) => !row.number).map((row) => row.key);
    selection.set(null);
    setTyped(null);
    open.drop(drafts);
    saving.add({ gone: numbered.map((row) => ({ number: row.number!, was: {} })) });
  }

  const ids = () => [...beside.before, ...rows.flatMap((row) => row.listingId ?? []), ...beside.behind];
  const move = (moved: MovedRow | null) => {
    if (moved && canMove) saving.add({ moves: [moved] });
  };

  function moveRows(by: -1 | 1) {
    if (!area || rows[area.bottom]?.listingId == null) return;
    const shift = beside.before.length;
    move(movedBy(ids(), { top: area.top + shift, bottom: area.bottom + shift }, by));
  }

  /** Puts back what was written in another window of time: the rows, and the cell that was open. */
  function putBack(kept: UnsentGrid) {
    const names = new Map(kept.rows.map(({ key }) => [key, newDraft().key]));
    const blank = open.rows.find(isBlank)?.key ?? "";
    const isListed = (key: string) => listed.some((row) => row.number === key);
    const back = underNewNames(kept, (key) => names.get(key) ?? (isListed(key) ? key : blank));
    open.giveBack(back.rows);
    setMisread(back.misread);
    for (const batch of back.batches) saving.add(batch);
    if (!back.open) return;
    stood.current = back.open.was;
    selection.set({ key: back.open.key, field: back.open.field });
    setTyped(back.open.text);
  }

  const cell = rows.find((one) => one.key === active?.key);
  const opened =
    active && cell && typed !== null && typed !== cell.texts[active.field]
      ? { ...active, text: typed, was: stood.current }
      : null;

  return {
    classes: wording.classes,
    ...{ wording, rows, active, area, typed, choosing, misread, goTo, edit, canMove },
    step: (down: number, right: number) => {
      const next = selection.beside("active", down, right);
      if (next) goTo(next);
    },
    extendTo,
    extend: (down: number, right: number) => extendTo(selection.beside("reach", down, right)),
    selectAll: selection.selectAll,
    copied: () => (area ? copiedText(rows, area) : ""),
    paste: (text: string) => area && place(placeBlock(readClipboard(text), area)),
    fill: () => area && place(filledDown(rows, area)),
    clear: () =>
      area &&
      write(
        selection.rowsIn.flatMap(({ key }) => fieldsOf(area).map((field) => ({ key, field, text: "" }))),
        active,
      ),
    ...{ removeRows, moveRows },
    /** Moves a row before or behind another, both by their places on the list. */
    moveTo: (listingId: string, target: string, behind: boolean) =>
      move(movedTo(ids(), listingId, target, behind)),
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
      selection.set(null);
      setMisread({});
      open.clear();
    },
    /** Rows that lack both name and words. */
    unsaved: open.rows.filter((row) => !isBlank(row)).length,
    ...{ refused, settle: saving.settle, turn: saving.turn },
    /** What can be taken back, and what can be done again. */
    history: saving.history,
    /** Writes again what was refused, over what stands there now. */
    writeAgain(changes: CellChange[]) {
      saving.settle();
      saving.add({ changes });
    },
    saving: saving.saving,
    touched: saving.touched,
  };
}

const none: never[] = [];
