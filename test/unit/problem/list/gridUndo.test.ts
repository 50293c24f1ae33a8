import { expect, it } from "vitest";
import {
  type Batch,
  cellsOf,
  doingAgain,
  emptyBatch,
  type GridHistory,
  isEmptyBatch,
  joinedBatches,
  takingBack,
  withSaved,
} from "~/problem/list/gridUndo";

const change = { number: "WST-2026-0001", set: { place: "" }, was: { place: "永丰路" } };
const step = {
  changes: [change],
  made: [{ number: "WST-2026-0002", was: { title: "新的一件" } }],
  removed: [{ number: "WST-2026-0003", was: {} }],
  moved: [
    { listingId: "d", after: null, was: "c" },
    { listingId: "e", after: "d", was: "a" },
  ],
};
const none: GridHistory = { done: [], undone: [] };

it("takes an act back: cells as they were, made rows off, removed rows back, moves the other way round", () => {
  expect(takingBack(step)).toEqual({
    changes: [{ number: "WST-2026-0001", set: { place: "永丰路" }, was: { place: "" } }],
    rows: [],
    gone: step.made,
    back: step.removed,
    moves: [
      { listingId: "e", after: "a", was: "d" },
      { listingId: "d", after: "c", was: null },
    ],
    turn: "undo",
    step,
  });
  expect(cellsOf(step)).toBe(5);
});

it("does an act again as it was done, with the rows that it made before put back", () => {
  expect(doingAgain(step)).toMatchObject({
    changes: step.changes,
    rows: [],
    gone: step.removed,
    back: step.made,
    moves: step.moved,
    turn: "redo",
  });
});

it("goes back and forth over what was saved, and forgets what was undone once something new is done", () => {
  const pasted = {
    ...emptyBatch,
    changes: [change],
    rows: [{ key: "new-1", cells: { title: "新的一件" } }],
  };
  const first = withSaved(none, pasted, ["WST-2026-0002"]);
  const [act] = first.done;
  expect(act).toMatchObject({
    changes: [change],
    made: [{ number: "WST-2026-0002", was: { title: "新的一件" } }],
  });

  const undone = withSaved(none, takingBack(act!), []);
  expect(undone).toEqual({ done: [], undone: [act] });
  expect(withSaved(none, doingAgain(act!), [])).toEqual({ done: [act], undone: [] });
  expect(withSaved(undone, { ...emptyBatch, changes: [change] }, []).undone).toEqual([]);
});

it("never takes a resident's words back once they are saved", () => {
  const words = {
    number: "WST-2026-0001",
    set: { originalWording: "晚上一片黑" },
    was: { originalWording: "" },
  };
  expect(withSaved(none, { ...emptyBatch, changes: [words] }, []).done).toEqual([]);
  const both = { ...words, set: { ...words.set, place: "永丰路" }, was: { ...words.was, place: "" } };
  const [act] = withSaved(none, { ...emptyBatch, changes: [both] }, []).done;
  expect(act?.changes[0]).toMatchObject({ set: { place: "永丰路" }, was: { place: "" } });
});

it("joins what waits: of a cell written twice the first before and the last text", () => {
  const [one, two] = ["一", "二"].map((place, at) => ({
    ...emptyBatch,
    changes: [{ number: "WST-2026-0001", set: { place }, was: { place: at === 0 ? "旧" : "一" } }],
  }));
  expect(joinedBatches(one!, two!).changes).toEqual([
    { number: "WST-2026-0001", set: { place: "二" }, was: { place: "旧" } },
  ]);
  expect(isEmptyBatch(emptyBatch)).toBe(true);
});

it("takes back one by one what waited and was sent together", () => {
  const act = (place: string, was: string) => ({
    ...emptyBatch,
    changes: [{ number: "WST-2026-0001", set: { place }, was: { place: was } }],
  });
  const added = { ...emptyBatch, rows: [{ key: "new-1", cells: { title: "新的一件" } }] };
  const sent = [act("一", "旧"), added, act("二", "一")].reduce<Batch>(joinedBatches, emptyBatch);
  const { done } = withSaved(none, sent, ["WST-2026-0002"]);
  expect(done.map((one) => [one.changes[0]?.set, one.made[0]?.number])).toEqual([
    [{ place: "一" }, undefined],
    [undefined, "WST-2026-0002"],
    [{ place: "二" }, undefined],
  ]);
});
