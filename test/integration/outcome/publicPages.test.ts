import { beforeAll, describe, expect, it } from "vitest";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { dayWith, secret } from "../../builders/outcome";
import { pages } from "../../builders/pages";

withDatabase();

let district: SmallDistrict;
let ask: Awaited<ReturnType<typeof pages>>;
const everyPage = [
  ...["/", "/days", "/days/2026-10", "/days/2026-11", "/streets", "/streets/east", "/streets/west"],
  ...["/matters/EST-2026-0001", "/matters/EST-2026-0002", "/matters/WST-2026-0001", "/search"],
  ...["/search?q=消防", "/search?q=EST-2026", "/search?q=%25", "/search?q=nothing-like-it"],
];

beforeAll(async () => {
  district = await smallDistrict();
  await dayWith(district, {
    ...{ month: "2026-10", host: "west", stage: "followedUp", issued: 10 },
    topics: [
      {
        ...{
          number: "WST-2026-0001",
          street: "west",
          title: "河边路灯不亮",
          words: "晚上看不见，打我电话00000000000。",
        },
        promises: [
          {
            ...{ task: "RW-2026-0001", lead: "works", text: "年底前把河边的灯修亮。", due: "2026-10-30" },
            ...{ movedTo: "2026-11-30", state: "inProgress", blocked: secret },
          },
        ],
      },
    ],
  });
  await dayWith(district, {
    ...{ month: "2026-11", host: "east", stage: "issued", issued: 11 },
    topics: [
      {
        ...{
          number: "EST-2026-0001",
          street: "east",
          title: "占道停车堵住消防通道",
          words: "救护车进不来。",
        },
        promises: [
          {
            ...{ task: "RW-2026-0002", lead: "works", text: "把停车位画到路的一边。", due: "2026-12-20" },
            ...{ state: "struckOff", solvedAt: "2026-12-01T02:00:00.000Z", published: "通道已经让出来了。" },
          },
          {
            ...{ task: "RW-2026-0003", lead: "water", text: "换掉破的井盖。", due: "2026-12-25" },
            ...{ state: "solved", solvedAt: "2026-12-02T02:00:00.000Z" },
            withdrawn: { text: `${secret}的办理结果`, reason: "写错了地点" },
          },
        ],
      },
      {
        number: "EST-2026-0002",
        street: "east",
        title: "要求加建车棚",
        outcome: "notPassed",
        words: "没地方停。",
      },
      { number: "EST-2026-0003", street: "east", title: secret, withdrawn: true },
      { number: "EST-2026-0004", street: "east", title: secret, outcome: null },
    ],
  });
  await dayWith(district, {
    ...{ month: "2026-12", host: "west", stage: "inSession" },
    topics: [{ number: "WST-2026-0002", street: "west", title: `${secret}消防` }],
  });
  ask = await pages([
    ...["_index", "days._index", "days.$month", "streets._index", "streets.$slug", "matters.$number"],
    ...["search", "$"],
  ]);
});

const html = async (address: string) => (await ask(address)).text();

describe("what residents see", () => {
  it.each(everyPage)("%s holds nothing unpublished and no script", async (address) => {
    for (const language of ["zh-CN", "en"]) {
      const answer = await ask(`${address}${address.includes("?") ? "&" : "?"}lang=${language}`);
      expect(answer.status).toBe(200);
      const page = await answer.text();
      expect(page).toContain("<h1>");
      expect(page).not.toContain(secret);
      expect(page).not.toMatch(/<script/i);
      expect(page).not.toContain("00000000000");
      expect(page).not.toMatch(/(office|leader|admin|street-\w+|dept-\w+)员/);
      expect(answer.headers.get("Set-Cookie")).toBeNull();
      expect(answer.headers.get("Cache-Control")).toBe("public, no-cache");
      expect(answer.headers.get("Vary")).toContain("Accept-Language");
    }
  });

  it("does not tell what is not published from what does not exist", async () => {
    const texts = [];
    for (const [known, unknown] of [
      ["/days/2026-12", "/days/2027-06"],
      ["/matters/WST-2026-0002", "/matters/WST-2026-0999"],
      ["/matters/EST-2026-0003", "/matters/nothing"],
      ["/matters/EST-2026-0004", "/streets/nowhere"],
    ] as const) {
      const [one, other] = [await ask(known), await ask(unknown)];
      expect([one.status, other.status]).toEqual([404, 404]);
      expect([...one.headers]).toEqual([...other.headers]);
      texts.push(await one.text(), await other.text());
    }
    expect(new Set(texts).size).toBe(1);
  });

  it("tells on the first page what the latest day decided, what was done since and what is open", async () => {
    const page = await html("/?lang=en");
    expect(page).toContain("What the district decided in November at east");
    expect(page.indexOf("把停车位画到路的一边。")).toBeLessThan(page.indexOf("Done since"));
    const since = page.slice(page.indexOf("Done since"), page.indexOf("Still open"));
    expect(since).toContain("通道已经让出来了。");
    expect(since).not.toContain("河边路灯不亮");
    const open = page.slice(page.indexOf("Still open"));
    expect(open).toContain("河边路灯不亮");
    expect(open).toContain("Held up");
    expect(open).toContain("Ask works: works window");
    expect(open).not.toContain("占道停车");
  });

  it("walks a matter from what was said to what came of it", async () => {
    const page = await html("/matters/WST-2026-0001?lang=en");
    const order = [
      "晚上看不见",
      "agreed",
      "年底前把河边的灯修亮。",
      "Moved from",
      "took it on",
      "works window",
    ];
    const places = order.map((words) => page.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it("shows a withdrawn text as withdrawn, with the reason and without its words", async () => {
    const page = await html("/matters/EST-2026-0001?lang=en");
    expect(page).toContain("was taken back");
    expect(page).toContain("写错了地点");
  });

  it("says what was not agreed, and names no unit for it", async () => {
    expect(await html("/days/2026-11?lang=en")).toContain("not passed");
  });

  it("finds by words of what is published, in every order, and never by its internal words", async () => {
    expect(await html("/search?q=消防 占道")).toContain("占道停车堵住消防通道");
    expect(await html("/search?q=east的消防占道")).toContain("占道停车堵住消防通道");
    expect(await html("/search?q=est-2026-0002")).toContain("要求加建车棚");
    expect(await html("/search?q=water")).toContain("占道停车堵住消防通道");
    for (const words of [secret, "%", "_", "WST-2026-0002"])
      expect(await html(`/search?q=${encodeURIComponent(words)}&lang=en`)).toContain("0 matters");
  });

  it("keeps a language asked for in the address on every link", async () => {
    const page = await html("/days/2026-11?lang=en");
    const links = [...page.matchAll(/href="(\/[^"]*)"/g)].map((found) => found[1]!);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !link.includes("lang=en"))).toEqual([]);
  });
});
