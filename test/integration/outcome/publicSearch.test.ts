import { beforeAll, expect, it } from "vitest";
import { publicSearch } from "~/outcome/publicSearch.server";
import { withDatabase } from "../../builders/database";
import { smallDistrict } from "../../builders/district";
import { dayWith } from "../../builders/outcome";

withDatabase();

const now = "2026-11-22T02:00:00.000Z";

beforeAll(async () => {
  const district = await smallDistrict();
  // Radicals, full width and a kana of half width, as programs and input methods write them.
  const promise = { task: "RW-2026-0001", lead: "works", text: "接通ＷＩＦＩ，换⽔表。", due: "2026-12-20" };
  await dayWith(district, {
    ...{ month: "2026-11", host: "east", stage: "issued", issued: 11 },
    topics: [
      {
        number: "EST-2026-0001",
        street: "east",
        title: "⻛井３号坏了",
        words: "坏了。",
        promises: [promise],
      },
    ],
  });
});

it.each(["风井", "3号", "３号", "wifi", "ＷｉＦｉ", "水表", "⽔表", "ｅｓｔ-2026-0001"])(
  "finds residents the same word in whatever width and signs: %s",
  async (typed) => {
    const { found } = await publicSearch(typed, now);
    expect(found.map(({ number }) => number)).toEqual(["EST-2026-0001"]);
  },
);

it("takes signs of a pattern as they stand", async () => {
  expect((await publicSearch("%", now)).found).toEqual([]);
  expect((await publicSearch("EST_2026", now)).found).toEqual([]);
});
