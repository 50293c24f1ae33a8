import { expect, it } from "vitest";
import { asksForWord, wayOf } from "~/work/handover/handoverWay";

const of = { postId: "left", deputyPostId: "deputy's", others: ["beside", "above"] };

it.each([
  ["stays", { goesTo: "stays", postId: "left" }],
  ["successor", { goesTo: "successor", postId: "left" }],
  ["deputy", { goesTo: "deputy", postId: "deputy's" }],
  ["above", { goesTo: "post", postId: "above" }],
  ["somewhere else", undefined],
  ["", undefined],
])("reads %s", (chosen, way) => {
  expect(wayOf(chosen, of)).toEqual(way);
});

it("gives nothing to a deputy whom nobody named", () => {
  expect(wayOf("deputy", { ...of, deputyPostId: null })).toBeUndefined();
});

it("asks for a word of everything that goes to somebody", () => {
  expect((["stays", "successor", "deputy", "post"] as const).filter(asksForWord)).toEqual([
    "successor",
    "deputy",
    "post",
  ]);
});
