import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { takeOffAgenda } from "~/meeting/agenda/takeOffAgenda.server";
import { putOnAgenda } from "~/meeting/library/putOnAgenda.server";
import { showLibrary } from "~/meeting/library/showLibrary.server";
import { cancelDay, restoreDay } from "~/plan/rearrangeDay.server";
import { read } from "~db/read";
import { problem, topic } from "~db/schema";
import { transact } from "~db/transact";
import { approved } from "../../../builders/approval";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { screenedDay, topicsOf } from "../../../builders/session";

withDatabase();
withLive();

let district: SmallDistrict;
let second: string;
const now = "2026-04-15T02:00:00.000Z";
const as = (account: string) => district.actors[account]!;
const library = async () => mustSucceed(await showLibrary(as("office"), now));
const titles = async () => (await library()).matters.map(({ title }) => title);
const listingOf = async (title: string) =>
  (await library()).matters.find((one) => one.title === title)!.listingId;
const onAgenda = async () =>
  mustSucceed(await showAgenda(as("office"), "2026-04", now)).lines.map(({ title }) => title);

beforeAll(async () => {
  district = await smallDistrict();
  await screenedDay(district, "2026-03", [
    { street: "east", title: "人行道塌陷", power: "works" },
    { street: "west", title: "河道淤积" },
  ]);
  second = await screenedDay(district, "2026-04", [
    { street: "east", title: "路灯不亮" },
    { street: "east", title: "停车难", state: "deferred" },
    { street: "west", title: "私搭雨棚", state: "refused" },
  ]);
  await transact((tx) =>
    tx.update(problem).set({ coordination: "已协调两次" }).where(eq(problem.title, "河道淤积")),
  );
  const cancel = (approver?: string) =>
    cancelDay(as("office"), { slug: "2026-03", reason: "防汛", approver }, now);
  mustSucceed(approvedOrDone(await cancel()) ?? (await approved(as("leader"), now, cancel)));
  mustSucceed(await startAgenda(as("office"), { slug: "2026-04" }, now));
});

/** A day of a plan that is not adopted is cancelled without asking. */
const approvedOrDone = <T extends { ok: boolean }>(went: T) => (went.ok ? went : undefined);

describe("the library of topics", () => {
  it("holds what a cancelled day had admitted and what was deferred, the longest waiting first", async () => {
    expect(await titles()).toEqual(["人行道塌陷", "河道淤积", "停车难"]);
    const [first, next, last] = (await library()).matters;
    expect(first).toMatchObject({ enteredOn: "2026-03-12", slug: "2026-03", coordinates: { slug: "works" } });
    expect(next!.coordinates).toBeNull();
    expect(last).toMatchObject({ deferred: true, coordinates: { slug: "east" } });
  });

  it("is the district's, which is told of it at the agenda", async () => {
    for (const account of ["street-east", "dept-works", "admin"])
      expect(await showLibrary(as(account), now)).toMatchObject({ refusal: { code: "notFound" } });
    expect((await library()).agendas.map(({ slug }) => slug)).toEqual(["2026-04"]);
    expect(mustSucceed(await showAgenda(as("office"), "2026-04", now)).waiting).toBe(3);
  });

  it("puts several on an agenda in the order in which they wait, and has them no more", async () => {
    const listingIds = [await listingOf("河道淤积"), await listingOf("人行道塌陷")];
    const put = () => putOnAgenda(as("office"), { slug: "2026-04", listingIds }, now);
    mustSucceed(await put());
    expect((await onAgenda()).slice(1)).toEqual(["路灯不亮", "人行道塌陷", "河道淤积"]);
    expect(await titles()).toEqual(["停车难"]);
    expect(await put()).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    expect(await putOnAgenda(as("street-east"), { slug: "2026-04", listingIds }, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
  });

  it("takes back what is taken off an agenda, which comes back there as it was", async () => {
    const [, taken] = await topicsOf(second);
    const off = { slug: "2026-04", topicId: taken!.id, reason: "材料未齐" };
    mustSucceed(await takeOffAgenda(as("office"), off, now));
    expect(await titles()).toEqual(["路灯不亮", "停车难"]);
    const listingIds = [await listingOf("路灯不亮")];
    mustSucceed(await putOnAgenda(as("office"), { slug: "2026-04", listingIds }, now));
    expect(await titles()).toEqual(["停车难"]);
    const rows = await read((db) => db.select().from(topic).where(eq(topic.title, "路灯不亮")));
    expect(rows).toMatchObject([{ id: taken!.id, withdrawnAt: null }]);
  });
});

describe("a day that is held after all", () => {
  const cancelled = async (slug: string) => {
    const cancel = (approver?: string) => cancelDay(as("office"), { slug, reason: "防汛", approver }, now);
    mustSucceed(approvedOrDone(await cancel()) ?? (await approved(as("leader"), now, cancel)));
  };
  const put = async (title: string) =>
    mustSucceed(
      await putOnAgenda(as("office"), { slug: "2026-04", listingIds: [await listingOf(title)] }, now),
    );
  const onAgendaOf = async (slug: string) =>
    mustSucceed(await showAgenda(as("office"), slug, now)).lines.map(({ title }) => title);

  it("leaves to another meeting what that has taken up meanwhile, and says so", async () => {
    await screenedDay(district, "2026-05", [
      { street: "east", title: "井盖松动" },
      { street: "west", title: "公厕关停" },
    ]);
    mustSucceed(await startAgenda(as("office"), { slug: "2026-05" }, now));
    await cancelled("2026-05");
    await put("井盖松动");
    expect(await restoreDay(as("office"), { slug: "2026-05" }, now)).toMatchObject({ value: { left: 1 } });
    expect((await onAgendaOf("2026-05")).slice(1)).toEqual(["公厕关停"]);
    expect(mustSucceed(await showAgenda(as("office"), "2026-05", now)).off).toMatchObject([
      { title: "井盖松动" },
    ]);
    expect(await onAgendaOf("2026-04")).toContain("井盖松动");
    expect(await titles()).not.toContain("公厕关停");
  });

  it("begins its agenda without it where it had none yet", async () => {
    await screenedDay(district, "2026-06", [
      { street: "east", title: "围墙开裂" },
      { street: "west", title: "绿地荒废" },
    ]);
    await cancelled("2026-06");
    await put("绿地荒废");
    expect(await restoreDay(as("office"), { slug: "2026-06" }, now)).toMatchObject({ value: { left: 0 } });
    mustSucceed(await startAgenda(as("office"), { slug: "2026-06" }, now));
    expect((await onAgendaOf("2026-06")).slice(1)).toEqual(["围墙开裂"]);
  });
});
