import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { eraseWords } from "~/erasure/eraseWords.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { similarProblems } from "~/problem/similarProblems.server";
import { similarTasks } from "~/problem/similarTasks.server";
import { read } from "~db/read";
import { problem, searchEntry, task, topic } from "~db/schema";
import { indexVersion } from "~db/search";
import { transact } from "~db/transact";
import { searchables } from "~server/jobs/handlers";
import { reindexHandler } from "~server/jobs/reindex";
import { withDatabase } from "../../builders/database";
import { someInstant as now, type SmallDistrict, smallDistrict } from "../../builders/district";
import { listedProblem, someDay } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";
import { dayAt, dispatchedTasks } from "../../builders/task";

withDatabase();
let district: SmallDistrict;
const month = "2026-12";
const who = (account: string) => district.actors[account]!;
const numbers: Record<string, string> = {};

/** Puts a problem on a street's list; what was sent is known to the district. */
async function tell(account: string, title: string, originalWording: string, sent = true): Promise<string> {
  const told = { title, originalWording, summary: "", place: "", problemClass: "other" } as const;
  const { problemId, number } = await listedProblem(district, account, month, told);
  if (sent)
    await transact((tx) => tx.update(problem).set({ submittedAt: now }).where(eq(problem.id, problemId)));
  return number;
}

const rowOf = async (number: string) => {
  const [row] = await read((db) => db.select().from(problem).where(eq(problem.number, number)));
  return row!;
};
const similarTo = async (number: string, account = "office", limit = 6) => {
  const row = await rowOf(number);
  return read((db) => similarProblems(db, who(account), row, limit));
};
const titlesLike = async (number: string, account = "office", limit = 6) =>
  (await similarTo(number, account, limit)).map((one) => one.problem.title);
const tasksLike = async (number: string, account = "office") => {
  const row = await rowOf(number);
  return read((db) => similarTasks(db, who(account), row));
};

beforeAll(async () => {
  district = await smallDistrict();
  await someDay(district, month, "collecting");
  numbers.night = await tell("street-west", "夜市烧烤占道至凌晨", "弄口一溜炭火摊，划拳到后半夜，睡不着。");
  numbers.cart = await tell(
    "street-west",
    "流动烧烤车停靠",
    "渡口边有人推车卖串，板凳摆到路上，喝到十二点。",
  );
  numbers.third = await tell("street-west", "大排档深夜吵闹", "烧烤摊摆到路上，油烟呛人，划拳喝酒到凌晨。");
  numbers.tap = await tell("street-west", "自来水发黄", "早上放水浑浊，洗白衣服都染了。");
  numbers.lift = await tell("street-west", "高层升降设备常停", "住十五楼，轿厢困人，维保的来拍拍就走。");
  numbers.drafted = await tell("street-east", "夜宵摊油烟呛人", "大排档的烟灌进楼里，吵到半夜。", false);
  const day = await dayAt(district, "2026-09", "issued");
  const wish = { street: "west", lead: "works", due: "2026-12-20" };
  await dispatchedTasks(
    district,
    day,
    [
      { ...wish, title: "烤串摊扰民", text: "夜间联合整治大排档，取缔占道摊点，烧烤入室经营。" },
      { ...wish, title: "排档油烟", text: "责令沿街餐饮店装净化设备，深夜烧烤摊限时收摊。" },
      { ...wish, street: "east", title: "水压不足", text: "更换二次供水水箱和立管。" },
    ],
    now,
  );
});

describe("similar problems", () => {
  it("are the same matter in other words, nearest first, with the words that make them so", async () => {
    const found = await similarTo(numbers.night!);
    expect(found.map((one) => one.problem.number).sort()).toEqual([numbers.cart, numbers.third].sort());
    expect(found[0]!.likeness).toBeGreaterThan(found[1]!.likeness);
    const cart = found.find((one) => one.problem.number === numbers.cart)!;
    expect(cart.concepts).toContainEqual({ one: "烧烤", other: "烧烤车" });
    expect(await titlesLike(numbers.cart!)).toContain("夜市烧烤占道至凌晨");
  });

  it("are looked for within the reader's scope: what one may not see takes nobody's place", async () => {
    expect(await titlesLike(numbers.night!)).not.toContain("夜宵摊油烟呛人");
    expect(await titlesLike(numbers.drafted!, "street-east")).not.toContain("夜市烧烤占道至凌晨");
    const seen = await titlesLike(numbers.drafted!, "office", 1);
    await transact((tx) => tx.update(problem).set({ submittedAt: null }).where(eq(problem.title, seen[0]!)));
    const next = await titlesLike(numbers.drafted!, "office", 1);
    expect(next).toHaveLength(1);
    expect(next).not.toEqual(seen);
    await transact((tx) => tx.update(problem).set({ submittedAt: now }).where(eq(problem.title, seen[0]!)));
    expect(await titlesLike(numbers.night!, "admin")).toEqual([]);
  });

  it("tell which meetings dealt with them, and how", async () => {
    const cart = await rowOf(numbers.cart!);
    const meetingId = await dayAt(district, "2026-10", "issued");
    const row = { id: "earlier", meetingId, kind: "topic", problemId: cart.id, title: cart.title } as const;
    await transact((tx) => tx.insert(topic).values({ ...row, outcome: "passed" }));
    const found = await similarTo(numbers.night!);
    expect(found.find((one) => one.problem.id === cart.id)!.topics).toMatchObject([
      { meeting: { slug: "2026-10" }, outcome: "passed" },
    ]);
  });
});

describe("similar tasks", () => {
  it("stand beside a problem, what is open first, whatever its likeness", async () => {
    const all = await tasksLike(numbers.night!);
    expect(all.map((one) => one.title).sort()).toEqual(["排档油烟", "烤串摊扰民"].sort());
    await transact((tx) =>
      tx.update(task).set({ state: "struckOff" }).where(eq(task.number, all[0]!.number)),
    );
    const again = await tasksLike(numbers.night!);
    expect(again.map((one) => one.number)).toEqual([all[1]!.number, all[0]!.number]);
    expect(again[0]).toMatchObject({ state: "dispatched", dueDate: "2026-12-20" });
  });

  it("are those that the reader sees, and not those that came of the problem itself", async () => {
    expect(await tasksLike(numbers.night!, "street-east")).toEqual([]);
    expect(await tasksLike(numbers.night!, "dept-water")).toEqual([]);
    expect(await tasksLike(numbers.night!, "dept-works")).toHaveLength(2);
    const { id } = await rowOf(numbers.night!);
    const came = (problemId: string | null) =>
      transact((tx) => tx.update(topic).set({ problemId }).where(eq(topic.title, "烤串摊扰民")));
    await came(id);
    expect((await tasksLike(numbers.night!)).map((one) => one.title)).toEqual(["排档油烟"]);
    await came(null);
  });
});

describe("what is compared", () => {
  const terms = async (number: string) => {
    const { id } = await rowOf(number);
    const [entry] = await read((db) => db.select().from(searchEntry).where(eq(searchEntry.subjectId, id)));
    return entry!.terms.split(" ");
  };

  it("follows every change in the transaction that makes it", async () => {
    expect(await titlesLike(numbers.lift!)).not.toContain("水管冒水");
    const input = { number: numbers.lift!, title: "水龙头出锈水" };
    mustSucceed(await editProblem(who("street-west"), input, now));
    expect(await titlesLike(numbers.tap!)).toContain("水龙头出锈水");
    await expect(
      transact(async (tx) => {
        await tx.update(searchEntry).set({ terms: "" });
        throw new Error("it goes wrong");
      }),
    ).rejects.toThrow("it goes wrong");
    expect(await titlesLike(numbers.tap!)).toContain("水龙头出锈水");
  });

  it("is made anew where an earlier version has kept none", async () => {
    const before = await titlesLike(numbers.night!);
    await transact(async (tx) => {
      for (const kind of ["problem", "task"])
        await tx.run(sql.raw(`insert into likeness_${kind} (likeness_${kind}) values ('delete-all')`));
      await tx.update(searchEntry).set({ version: 2, terms: "" });
    });
    expect(await titlesLike(numbers.night!)).toEqual([]);
    await reindexHandler(searchables).outside({ version: indexVersion }, { now });
    expect(await titlesLike(numbers.night!)).toEqual(before);
    expect(await tasksLike(numbers.night!)).toHaveLength(2);
  });

  it("is none of the words that were erased", async () => {
    const secret = "鹦鹉";
    const one = await tell("street-west", secret, `养${secret}的人搬走了。`);
    const other = await tell("street-west", secret, `${secret}飞了。`);
    expect((await similarTo(one))[0]!.problem.number).toBe(other);
    const { version } = await rowOf(one);
    const erasing = {
      fields: [],
      cells: [],
      passages: [secret],
      askedBy: "resident",
      legalBasis: "个人信息保护法",
    };
    mustSucceed(await eraseWords(who("office"), { number: one, version, ...erasing } as never, now));
    expect((await terms(one)).join()).not.toContain(secret);
    expect((await similarTo(other)).map((found) => found.problem.number)).not.toContain(one);
  });
});
