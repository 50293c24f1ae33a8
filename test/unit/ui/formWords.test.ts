// @vitest-environment jsdom
import { expect, it } from "vitest";
import { formLabel, typedWords } from "~/ui/formWords";

const first = { title: ["路灯"], units: ["a"] };
const kept = { id: "f", path: "/", search: "", label: "", at: "", about: {} };

it("keeps what differs from what stood there at first", () => {
  expect(typedWords({ title: ["路灯坏"], units: ["a"] }, first, undefined)).toEqual({
    values: { title: ["路灯坏"] },
    was: { title: ["路灯"] },
  });
});

it("keeps nothing once everything stands as it did", () => {
  expect(typedWords(first, first, undefined).values).toEqual({});
});

it("goes on from what was kept when the page comes back with those words in place", () => {
  const before = { ...kept, values: { title: ["路灯坏"] }, was: { title: ["路灯"] } };
  const back = { title: ["路灯坏"], units: ["a"] };
  expect(typedWords({ ...back, units: [] }, back, before)).toEqual({
    values: { title: ["路灯坏"], units: [] },
    was: { title: ["路灯"], units: ["a"] },
  });
  expect(typedWords(first, back, before).values).toEqual({});
});

it("calls a form by its fold, without the key that opens it", () => {
  document.body.innerHTML =
    "<details><summary>不予列入<kbd>R</kbd></summary><form><button>确定</button></form></details>";
  expect(formLabel(document.querySelector("form")!)).toBe("不予列入");
});
