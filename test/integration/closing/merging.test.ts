import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { heldPosts } from "~/access/heldPosts.server";
import { closeUnit } from "~/closing/closeUnit.server";
import { mergeUnits } from "~/closing/mergeUnits.server";
import { showClosing } from "~/closing/showClosing.server";
import { publicStreet } from "~/outcome/publicStreet.server";
import { showProblem } from "~/problem/page/showProblem.server";
import { showTask } from "~/task/page/showTask.server";
import { concernableUnits } from "~/unit/namedUnits.server";
import { addUnit } from "~/unit/registry/addUnit.server";
import { changeUnit } from "~/unit/registry/changeUnit.server";
import { showPost } from "~/unit/showPost.server";
import { showUnit } from "~/unit/showUnit.server";
import { read } from "~db/read";
import { meeting, minutes, problem, unit } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../builders/database";
import { actorOf, type SmallDistrict, smallDistrict } from "../../builders/district";
import { withLive } from "../../builders/live";
import { listedProblem } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";
import { dayAt, dispatchedTasks } from "../../builders/task";

withDatabase();
withLive();

const now = "2026-11-10T02:00:00.000Z";
let district: SmallDistrict;
let number: string;
const by = (account: string) => district.actors[account]!;
const names = { nameZh: "园林局", nameEn: "Parks", shortZh: "园林", contactZh: "", contactEn: "" };

beforeAll(async () => {
  district = await smallDistrict();
  const day = await dayAt(district, "2026-10", "issued");
  [number] = (await dispatchedTasks(
    district,
    day,
    [{ street: "east", lead: "works", due: "2026-11-30" }],
    now,
  )) as [string];
  await dayAt(district, "2026-12", "collecting");
  await listedProblem(district, "street-east", "2026-12");
});

describe("the register", () => {
  it("is kept by the administrator and the office, with names and codes that are there once", async () => {
    const parks = { kind: "department", slug: "parks", ...names } as const;
    expect(await addUnit(by("street-east"), parks, now)).toMatchObject({ refusal: { code: "notAllowed" } });
    mustSucceed(await addUnit(by("office"), parks, now));
    const refused = async (more: object) =>
      (await addUnit(by("admin"), { ...parks, nameZh: "河道所", slug: "river", ...more }, now)) as object;
    expect(await refused({ slug: "parks" })).toMatchObject({ refusal: { code: "unitSlugTaken" } });
    expect(await refused({ nameZh: "园林局" })).toMatchObject({ refusal: { code: "unitNameTaken" } });
    expect(await refused({ kind: "street" })).toMatchObject({ refusal: { code: "unitCodeNeeded" } });
    expect(await refused({ kind: "street", code: "EST" })).toMatchObject({
      refusal: { code: "unitCodeTaken" },
    });
    expect(await refused({ kind: "community" })).toMatchObject({ refusal: { code: "unitParentNeeded" } });
    mustSucceed(await addUnit(by("admin"), { ...parks, ...river, kind: "community", parent: "west" }, now));
  });

  const river = { nameZh: "河道社区", slug: "river" };

  it("leaves issued minutes the name with which they were issued", async () => {
    const printed = async () => JSON.stringify(await read((db) => db.select().from(minutes)));
    const before = await printed();
    const next = { ...names, nameZh: "城建局", version: 1 };
    expect(await changeUnit(by("admin"), { slug: "works", ...next, version: 7 }, now)).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    mustSucceed(await changeUnit(by("admin"), { slug: "works", ...next }, now));
    expect(await printed()).toBe(before);
    expect(mustSucceed(await showUnit(by("office"), "works", now)).name.zh).toBe("城建局");
  });
});

describe("closing a unit", () => {
  it("waits until nothing of it is open, and says what is", async () => {
    const page = mustSucceed(await showClosing(by("admin"), "works"));
    expect(page.open.map(({ kind, things }) => [kind, things.length])).toEqual([
      ["post", 1],
      ["duty", 1],
      ["taskLed", 1],
    ]);
    expect(await closeUnit(by("admin"), { slug: "works" }, now)).toMatchObject({
      refusal: { code: "unitHasOpenWork", values: { count: 3 } },
    });
    expect(await showClosing(by("dept-works"), "works")).toMatchObject({ refusal: { code: "notFound" } });
    expect(await closeUnit(by("admin"), { slug: "district" }, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
  });

  it("takes it out of every choice and keeps its page", async () => {
    mustSucceed(await closeUnit(by("office"), { slug: "parks" }, now));
    const offered = await read((db) => concernableUnits(db));
    expect(offered.map(({ slug }) => slug)).not.toContain("parks");
    expect(mustSucceed(await showUnit(by("office"), "parks", now)).closedAt).toBe(now);
    expect(await changeUnit(by("admin"), { slug: "parks", ...names, version: 2 }, now)).toMatchObject({
      refusal: { code: "unitClosed" },
    });
  });
});

describe("merging units", () => {
  it("goes only to another one of its kind that is there", async () => {
    for (const into of ["east", "works", "parks", "nowhere"])
      expect(await mergeUnits(by("admin"), { slug: "works", into }, now)).toMatchObject({
        refusal: { code: "mergeOtherKind", field: "into" },
      });
    expect(await mergeUnits(by("leader"), { slug: "works", into: "water" }, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
  });

  it("waits while the record of a meeting is being written in which the unit takes part", async () => {
    const stage = (to: "inSession" | "collecting") =>
      transact((tx) => tx.update(meeting).set({ stage: to }).where(eq(meeting.slug, "2026-12")));
    await stage("inSession");
    expect(await mergeUnits(by("admin"), { slug: "east", into: "west" }, now)).toMatchObject({
      refusal: { code: "recordBeingWritten" },
    });
    await stage("collecting");
  });

  it("takes posts, people, tasks and duties over, and leads old addresses on", async () => {
    mustSucceed(await mergeUnits(by("office"), { slug: "works", into: "water" }, now));
    const holder = await actorOf("dept-works");
    expect(holder.unitId).toBe(district.units.water);
    const seen = await showTask(by("dept-water"), number, now, () => undefined);
    expect(seen?.lead.name.zh).toBe("water单位");
    const page = mustSucceed(await showUnit(by("office"), "water", now));
    expect([page.posts.length, page.duties.length, page.merged]).toEqual([
      2,
      1,
      [{ zh: "城建局", en: "Parks" }],
    ]);
    expect(mustSucceed(await showUnit(by("office"), "works", now)).mergedInto).toBe("water");
    const old = { slug: "works", postId: holder.postId };
    expect(mustSucceed(await showPost(by("office"), old, now)).unit.slug).toBe("water");
  });

  it("takes a street over with its communities, problems and lists, and its numbers stay", async () => {
    mustSucceed(await mergeUnits(by("admin"), { slug: "east", into: "west" }, now));
    const found = await read((db) =>
      db.select().from(problem).where(eq(problem.streetId, district.units.west!)),
    );
    const taken = found.filter(({ number: one }) => one.startsWith("EST-"));
    expect(taken.length).toBeGreaterThan(0);
    for (const { number: one } of taken) expect(await showProblem(by("street-west"), one)).not.toBeNull();
    const [post] = await heldPosts(by("community-east").personId, now);
    expect(post!.streetId).toBe(district.units.west);
    expect((await publicStreet("east", now))!.street.slug).toBe("west");
    expect((await showTask(await actorOf("street-west"), number, now, () => undefined))?.task.number).toBe(
      number,
    );
  });

  it("lets a problem go nowhere else", async () => {
    const [other] = await read((db) => db.select().from(unit).where(eq(unit.slug, "river")));
    const move = transact((tx) => tx.update(problem).set({ streetId: other!.id }));
    await expect(move).rejects.toThrow("frozen");
  });
});
