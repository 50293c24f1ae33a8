import { beforeAll, describe, expect, it } from "vitest";
import { browseForm } from "~/problem/browse/browseForm";
import { browseProblems } from "~/problem/browse/browseProblems.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { fillList } from "~/problem/list/fillList.server";
import { putListingBack } from "~/problem/list/removeListing.server";
import { showList } from "~/problem/list/showList.server";
import { submitList } from "~/problem/list/submitList.server";
import { searchAll } from "~/search/searchAll.server";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../builders/district";
import { listedProblem, someDay } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";

withDatabase();
let district: SmallDistrict;
const month = "2026-12";

beforeAll(async () => {
  district = await smallDistrict();
  await someDay(district, month, "collecting");
  for (let at = 1; at <= 60; at++)
    await listedProblem(district, "street-east", month, {
      title: `第${at}号井盖松动`,
      place: `永丰路${at}号`,
    });
  await submitList(district.actors["street-east"]!, { month }, someInstant);
  await listedProblem(district, "street-west", month, {
    title: "西渡供水管网漏损",
    originalWording: "水管一直在漏，路面都塌了。",
    problemClass: "utilities",
  });
});

const browse = (account: string, asked: Record<string, string> = {}) =>
  browseProblems(district.actors[account]!, browseForm.parse(asked));
const numbers = (page: Awaited<ReturnType<typeof browse>>) => page.rows.map((row) => row.number);

describe("the list of problems", () => {
  it("goes through all pages by key, forwards and back, and shows each problem once", async () => {
    const first = await browse("office");
    expect(first.rows).toHaveLength(50);
    expect([first.previous, first.next]).toEqual([false, true]);
    const second = await browse("office", { after: numbers(first).at(-1)! });
    expect([second.previous, second.next]).toEqual([true, false]);
    expect(new Set([...numbers(first), ...numbers(second)]).size).toBe(60);
    const back = await browse("office", { before: numbers(second)[0]! });
    expect(numbers(back)).toEqual(numbers(first));
    expect(back.previous).toBe(false);
  });

  it("means with a class those below it as well", async () => {
    const of = async (problemClass: string) => numbers(await browse("street-west", { problemClass }));
    expect(await of("utilities")).toEqual(["WST-2026-0001"]);
    expect(await of("publicFacilities")).toEqual(["WST-2026-0001"]);
    expect(await of("environment")).toEqual([]);
    // Nobody has such a class: nothing has it.
    expect(await of("noSuchClass")).toEqual([]);
  });

  it("keeps to what the reader may see, whatever is asked", async () => {
    expect(numbers(await browse("street-west"))).toEqual(["WST-2026-0001"]);
    expect(numbers(await browse("street-west", { street: "east" }))).toEqual([]);
    expect(numbers(await browse("office", { street: "west" }))).toEqual([]);
    expect((await browse("dept-works")).rows).toHaveLength(50);
    expect(numbers(await browse("dept-water"))).toEqual([]);
    // The key of a page is a number that may be another street's: it says nothing of it.
    expect(numbers(await browse("street-east", { after: "WST-2026-0001", q: "漏损" }))).toEqual([]);
  });

  it("narrows by class, state and words, and leaves out what it does not understand", async () => {
    expect(numbers(await browse("street-west", { problemClass: "utilities" }))).toHaveLength(1);
    expect(numbers(await browse("street-west", { problemClass: "greenery" }))).toEqual([]);
    expect(numbers(await browse("street-west", { state: "draft" }))).toHaveLength(1);
    expect(numbers(await browse("office", { state: "draft" }))).toEqual([]);
    expect(numbers(await browse("office", { q: "永丰路7号" }))).toEqual(["EST-2026-0007"]);
    expect(numbers(await browse("office", { q: "？！" }))).toEqual([]);
    expect((await browse("office", { state: "nonsense" })).rows).toHaveLength(50);
  });
});

describe("search", () => {
  const found = async (account: string, words: string) =>
    (await searchAll(district.actors[account]!, words)).problems.map((one) => one.number);

  it("finds by words of two characters, by number and by the beginning of a word, within scope", async () => {
    expect(await found("street-west", "漏损")).toEqual(["WST-2026-0001"]);
    expect(await found("street-west", "供水 路面")).toEqual(["WST-2026-0001"]);
    expect(await found("street-west", "wst-2026-0001")).toEqual(["WST-2026-0001"]);
    expect(await found("street-east", "漏损")).toEqual([]);
    expect(await found("office", "漏损")).toEqual([]);
    expect(await found("office", "井盖")).toHaveLength(20);
    expect(await found("office", 'a" OR "井盖')).toEqual([]);
    expect(await found("office", "")).toEqual([]);
  });

  it("follows what is changed", async () => {
    await editProblem(
      district.actors["street-west"]!,
      { number: "WST-2026-0001", title: "西渡消防栓漏水" },
      someInstant,
    );
    expect(await found("street-west", "消防栓")).toEqual(["WST-2026-0001"]);
    expect(await found("street-west", "漏损")).toEqual([]);
  });

  it("finds units by name", async () => {
    const { units } = await searchAll(district.actors["dept-water"]!, "works");
    expect(units.map((one) => one.slug)).toEqual(["works"]);
  });
});

describe("writing into the table", () => {
  const actor = () => district.actors["street-west"]!;
  const fill = (input: object) => fillList(actor(), { month, ...input }, someInstant);
  const row = { title: "新的一件", originalWording: "原话", problemClass: "traffic" };

  it("saves cells and new rows together, or nothing", async () => {
    const change = { number: "WST-2026-0001", set: { place: "西渡路" }, was: { place: "永丰路98号" } };
    expect(
      await fill({ changes: [change], rows: [row, { ...row, title: " ", originalWording: "" }] }),
    ).toMatchObject({
      refusal: { code: "invalid", field: "title" },
    });
    const before = await showList(actor(), { month, street: "west" });
    expect(before!.rows).toHaveLength(1);
    expect(before!.rows[0]!.place).toBe("永丰路98号");
    expect(await fill({ changes: [change], rows: [row] })).toMatchObject({
      value: { added: ["WST-2026-0002"] },
    });
  });

  it("takes back rows made by mistake, unless another has written into them since; they can be put back", async () => {
    const [number] = mustSucceed(await fill({ rows: [row] })).added;
    const gone = { number: number!, was: row };
    mustSucceed(await fill({ changes: [{ number, set: { place: "东口" }, was: { place: "" } }] }));
    const written = { ...row, place: "" };
    expect(await fill({ gone: [{ number, was: written }] })).toMatchObject({
      refusal: { code: "changedMeanwhile", values: { number } },
    });
    mustSucceed(await fill({ gone: [gone] }));
    const [off] = (await showList(actor(), { month, street: "west" }))!.takenOff;
    expect(off).toMatchObject({ number, title: row.title });
    const listingIds = [off!.listingId];
    expect(await putListingBack(district.actors["street-east"]!, { listingIds }, someInstant)).toMatchObject({
      refusal: { code: "notFound" },
    });
    mustSucceed(await putListingBack(actor(), { listingIds }, someInstant));
    const shown = (await showList(actor(), { month, street: "west" }))!;
    expect(shown.rows.map((one) => one.number)).toContain(number);
    expect(shown.takenOff).toEqual([]);
    mustSucceed(await fill({ gone: [{ number, was: { ...row, place: "东口" } }] }));
  });

  it("cleans and bounds what stands in its batch like every other form", async () => {
    const stray = { number: "WST-2026-0001", set: { coordination: "已\u0000协\u202e调" }, was: {} };
    mustSucceed(await fill({ changes: [stray] }));
    const shown = (await showList(actor(), { month, street: "west" }))!;
    expect(shown.rows[0]!.coordination).toBe("已协调");
    const long = { number: "WST-2026-0001", set: { place: "路".repeat(201) }, was: {} };
    expect(await fill({ changes: [long] })).toMatchObject({ refusal: { code: "invalid", field: "place" } });
    expect(await fill({ rows: [{ ...row, question: "问".repeat(501) }] })).toMatchObject({
      refusal: { code: "invalid", field: "question" },
    });
  });

  it("does not write over a cell that somebody else has changed since", async () => {
    const late = { number: "WST-2026-0001", set: { place: "另一处" }, was: { place: "永丰路98号" } };
    expect(await fill({ changes: [late] })).toMatchObject({
      refusal: { code: "changedMeanwhile", values: { number: "WST-2026-0001" } },
    });
    // Another cell of the same problem is nobody's hindrance.
    const other = {
      number: "WST-2026-0001",
      set: { question: "谁修？" },
      was: { question: "由哪个单位在何时修复？" },
    };
    expect(await fill({ changes: [other] })).toMatchObject({ ok: true });
  });

  it("never touches the words, and takes no nonsense", async () => {
    const words = { number: "WST-2026-0001", set: { originalWording: "改" }, was: {} };
    expect(await fill({ changes: [words] })).toMatchObject({
      refusal: { code: "invalid", field: "originalWording" },
    });
    const foreign = { number: "EST-2026-0001", set: { place: "改" }, was: {} };
    expect(await fill({ changes: [foreign] })).toMatchObject({ refusal: { code: "notFound" } });
    for (const input of [{}, { changes: "x" }, { rows: [{}] }, { changes: [{ number: 1 }] }])
      expect(await fill(input)).toMatchObject({ refusal: { code: "invalid" } });
  });
});
