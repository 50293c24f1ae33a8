import { beforeAll, describe, expect, it } from "vitest";
import { fillList } from "~/problem/list/fillList.server";
import { showList } from "~/problem/list/showList.server";
import { submitList } from "~/problem/list/submitList.server";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../../builders/district";
import { completeProblem, listedProblem, someDay } from "../../../builders/problem";
import { mustSucceed } from "../../../builders/result";

withDatabase();
const month = "2026-12";
let district: SmallDistrict;

beforeAll(async () => {
  district = await smallDistrict();
  await someDay(district, month, "collecting");
});

const fill = (batch: object, account = "street-east") =>
  fillList(district.actors[account]!, { month, ...batch }, someInstant);
const rows = async () => (await showList(district.actors["street-east"]!, { month, street: "east" }))!.rows;
const numbers = async () => (await rows()).map((row) => row.number);

describe("the table of a street's list", () => {
  it("saves a row with a name or the words, says what it lacks, and asks for it only when it is submitted", async () => {
    const made = await fill({ rows: [{ title: "路灯不亮" }, { originalWording: "晚上一片黑。" }] });
    const [named, worded] = mustSucceed(made).added;
    expect((await rows()).map((row) => row.missing)).toEqual([
      ["content", "concernedUnits", "coordination", "question"],
      ["title", "concernedUnits", "coordination", "question"],
    ]);
    expect(await fill({ rows: [{ place: "永丰路" }] })).toMatchObject({ refusal: { code: "invalid" } });
    expect(await submitList(district.actors["street-east"]!, { month }, someInstant)).toMatchObject({
      refusal: { code: "listIncomplete", values: { numbers: `${named}, ${worded}` } },
    });
  });

  it("writes words where none are, once, and never takes both name and words away", async () => {
    const [named, worded] = await numbers();
    const words = { number: named, set: { originalWording: "看不清路。" }, was: { originalWording: "" } };
    mustSucceed(await fill({ changes: [words] }));
    const again = { number: named, set: { originalWording: "别的话" }, was: {} };
    expect(await fill({ changes: [again] })).toMatchObject({
      refusal: { code: "invalid", field: "originalWording" },
    });
    expect((await rows())[0]).toMatchObject({ originalWording: "看不清路。" });
    mustSucceed(
      await fill({ changes: [{ number: worded, set: { title: "小区照明" }, was: { title: "" } }] }),
    );
    mustSucceed(
      await fill({ changes: [{ number: worded, set: { title: "" }, was: { title: "小区照明" } }] }),
    );
    const [only] = mustSucceed(await fill({ rows: [{ title: "只有名称" }] })).added;
    expect(await fill({ changes: [{ number: only, set: { title: "" }, was: {} }] })).toMatchObject({
      refusal: { code: "invalid", field: "title" },
    });
    mustSucceed(await fill({ gone: [{ number: only, was: {} }] }));
  });

  it("takes rows off, puts them back where they stood and moves them, all of a batch or none of it", async () => {
    const whole = await listedProblem(district, "street-east", month, completeProblem(district));
    const before = await numbers();
    mustSucceed(await fill({ gone: [{ number: before[0], was: {} }] }));
    expect(await numbers()).toEqual(before.slice(1));
    mustSucceed(await fill({ back: [{ number: before[0] }] }));
    expect(await numbers()).toEqual(before);
    expect(await fill({ back: [{ number: before[0] }] })).toMatchObject({ refusal: { code: "notFound" } });

    mustSucceed(await fill({ moves: [{ listingId: whole.listingId }] }));
    expect(await numbers()).toEqual([whole.number, ...before.filter((one) => one !== whole.number)]);
    const refused = await fill({
      moves: [{ listingId: whole.listingId, after: (await rows()).at(-1)!.listingId }],
      gone: [{ number: "EST-2026-9999", was: {} }],
    });
    expect(refused).toMatchObject({ refusal: { code: "notFound", values: { number: "EST-2026-9999" } } });
    expect((await numbers())[0]).toBe(whole.number);
  });

  it("lets nobody else move or put back what stands on it", async () => {
    const [first] = await rows();
    const move = { moves: [{ listingId: first!.listingId }] };
    expect(await fill(move, "street-west")).toMatchObject({ refusal: { code: "notFound" } });
    expect(await fill({ back: [{ number: first!.number }] }, "street-west")).toMatchObject({
      refusal: { code: "notFound" },
    });
  });
});
