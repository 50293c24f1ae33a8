import { expect, it } from "vitest";
import { readClipboard } from "~/problem/list/gridCells";
import { type GridField, gridFields } from "~/problem/list/gridForm";
import { gridAct } from "~/problem/list/gridKeys";
import { inOrder, movedBy, movedTo } from "~/problem/list/gridOrder";
import { areaBetween, copiedText, filledDown, placeBlock, sizeOf } from "~/problem/list/gridSelection";

const row = (texts: Partial<Record<GridField, string>>) => ({
  texts: { ...Object.fromEntries(gridFields.map((field) => [field, ""])), ...texts } as Record<
    GridField,
    string
  >,
});
const area = { top: 0, bottom: 1, left: 0, right: 1 };

it("selects between two cells in whatever direction, and one cell where the other is gone", () => {
  const keys = ["a", "b", "c"];
  expect(areaBetween(keys, { key: "c", field: "place" }, { key: "b", field: "title" })).toEqual({
    top: 1,
    bottom: 2,
    left: 0,
    right: gridFields.indexOf("place"),
  });
  const alone = areaBetween(keys, { key: "a", field: "title" }, { key: "x", field: "place" });
  expect(sizeOf(alone!)).toEqual({ rows: 1, columns: 1 });
  expect(areaBetween(keys, { key: "x", field: "title" }, null)).toBeNull();
});

it("copies cells so that they are read back as they were, with line breaks, tabs and quotes in them", () => {
  const rows = [
    row({ title: "路灯", originalWording: "第一行\n第二行" }),
    row({ title: '他说“"好"”', originalWording: "有\t制表符" }),
  ];
  const text = copiedText(rows, area);
  expect(text.split("\t")[1]).toBe('"第一行\n第二行"\n"他说“""好""”"');
  expect(readClipboard(text)).toEqual(rows.map(({ texts }) => [texts.title, texts.originalWording]));
});

it("pastes a block at the corner, and again and again into a selection that it fits", () => {
  expect(placeBlock([["甲"]], area)).toEqual([
    { row: 0, field: "title", text: "甲" },
    { row: 0, field: "originalWording", text: "甲" },
    { row: 1, field: "title", text: "甲" },
    { row: 1, field: "originalWording", text: "甲" },
  ]);
  expect(placeBlock([["甲"], ["乙"], ["丙"]], area).map(({ row, field }) => [row, field])).toEqual([
    [0, "title"],
    [1, "title"],
    [2, "title"],
  ]);
  const last = gridFields.length - 1;
  expect(placeBlock([["甲", "乙"]], { top: 4, bottom: 4, left: last, right: last })).toEqual([
    { row: 4, field: gridFields[last], text: "甲" },
  ]);
});

it("fills the rows below with the first", () => {
  const rows = [row({ title: "甲" }), row({ title: "乙" })];
  expect(filledDown(rows, { ...area, right: 0 })).toEqual([{ row: 1, field: "title", text: "甲" }]);
});

const ids = ["a", "b", "c", "d"];

it("moves one row, or several past their neighbour, as one move that can be turned round", () => {
  expect(movedBy(ids, { top: 1, bottom: 1 }, 1)).toEqual({ listingId: "b", after: "c", was: "a" });
  expect(movedBy(ids, { top: 1, bottom: 1 }, -1)).toEqual({ listingId: "b", after: null, was: "a" });
  expect(movedBy(ids, { top: 1, bottom: 2 }, 1)).toEqual({ listingId: "d", after: "a", was: "c" });
  expect(movedBy(ids, { top: 1, bottom: 2 }, -1)).toEqual({ listingId: "a", after: "c", was: null });
  expect(movedBy(ids, { top: 0, bottom: 1 }, -1)).toBeNull();
  expect(movedBy(ids, { top: 2, bottom: 3 }, 1)).toBeNull();
  expect(movedTo(ids, "d", "b", false)).toEqual({ listingId: "d", after: "a", was: "c" });
  expect(movedTo(ids, "d", "c", true)).toBeNull();
});

it("shows rows in the order that moves give them before they are saved", () => {
  const rows = ids.map((listingId) => ({ listingId }));
  const order = (moves: Parameters<typeof inOrder>[1]) =>
    inOrder(rows, moves)
      .map((one) => one.listingId)
      .join("");
  const down = movedBy(ids, { top: 0, bottom: 1 }, 1)!;
  expect(order([down])).toBe("cabd");
  expect(order([down, { listingId: down.listingId, after: down.was, was: down.after }])).toBe("abcd");
});

it.each([
  ["z", { control: true }, "undo"],
  ["Z", { control: true, shift: true }, "redo"],
  ["y", { control: true }, "redo"],
  ["d", { control: true }, "fill"],
  ["a", { control: true }, "all"],
  ["Delete", {}, "clear"],
  ["Delete", { control: true }, "removeRows"],
  ["ArrowDown", { shift: true }, "extend"],
  ["ArrowUp", { alt: true }, "moveRows"],
  ["ArrowLeft", { alt: true }, undefined],
  ["c", { control: true }, undefined],
] as const)("%s with %o is %s, and the browser's own while a cell is being written", (key, held, act) => {
  const pressed = { key, shift: false, control: false, ...held };
  expect(gridAct({ ...pressed, writing: false })?.act).toBe(act);
  expect(gridAct({ ...pressed, writing: true })).toBeUndefined();
});
