import { expect, it } from "vitest";
import { gridAct } from "~/problem/list/gridKeys";
import { cellsOf, takingBack, withStep } from "~/problem/list/gridUndo";

const step = {
  changes: [{ number: "WST-2026-0001", set: { place: "" }, was: { place: "永丰路" } }],
  made: [{ number: "WST-2026-0002", was: { title: "新的一件" } }],
};

it("takes an act back by what stood there before, as long as what it wrote still does", () => {
  expect(takingBack(step)).toEqual({
    changes: [{ number: "WST-2026-0001", set: { place: "永丰路" }, was: { place: "" } }],
    gone: step.made,
  });
  expect(cellsOf(step)).toBe(2);
});

it("remembers no act that did nothing", () => {
  expect(withStep([step], { changes: [], made: [] })).toEqual([step]);
});

it("is asked for with Ctrl Z, and left to the browser while a cell is being written", () => {
  expect(gridAct({ key: "z", shift: false, control: true, writing: false })).toEqual({ act: "undo" });
  expect(gridAct({ key: "z", shift: false, control: true, writing: true })).toBeUndefined();
});
