import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptOffer, takeBackPromise } from "~/meeting/resource/acceptOffer.server";
import { addNeed } from "~/meeting/resource/addNeed.server";
import { addOffer } from "~/meeting/resource/addOffer.server";
import { changeNeed, endNeed } from "~/meeting/resource/changeNeed.server";
import { changeOffer, declineOffer, withdrawOffer } from "~/meeting/resource/changeOffer.server";
import { everyNeed, listResources } from "~/meeting/resource/listResources.server";
import { needsOfProblem, needsOfTask } from "~/meeting/resource/needsOn.server";
import { showNeed } from "~/meeting/resource/showNeed.server";
import { showOffer } from "~/meeting/resource/showOffer.server";
import { needsOfTopics, roomPromises } from "~/meeting/resource/topicNeeds.server";
import { showNotices } from "~/notice/showNotices.server";
import { addResolution, listResolutions, withdrawResolution } from "~/record/document/record";
import { searchAll } from "~/search/searchAll.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { meeting, problem, resourceOffer, task, topic } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { spokenFields, unnamedFields } from "../../../builders/ledgerFields";
import { recordOfDay, withLive, writeInRoom } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { draft, openDay, topicsOf } from "../../../builders/session";
import { dayAt, dispatchedTasks } from "../../../builders/task";

withDatabase();
withLive();

const slug = "2026-03";
const now = "2026-03-20T02:00:00.000Z";
let district: SmallDistrict;
let dayId: string;
let topicId: string;
let problemNumber: string;
const as = (account: string) => district.actors[account]!;

const wanted = {
  kind: "people" as const,
  amount: "20",
  countedIn: "",
  from: "2026-04-01",
  until: "2026-04-20",
  words: "清运堆物",
};
const given = { ...wanted, amount: "30", words: "养护班组", conditions: "", behalfOf: "", broughtBy: "" };

beforeAll(async () => {
  district = await smallDistrict();
  dayId = await openDay(district, slug, [{ street: "east", title: "楼道堆物", power: "works" }]);
  const [about] = (await topicsOf(dayId)).filter(({ kind }) => kind === "topic");
  topicId = about!.id;
  const [row] = await read((db) => db.select().from(problem).where(eq(problem.id, about!.problemId!)));
  problemNumber = row!.number;
  await transact((tx) => tx.update(problem).set({ submittedAt: now }).where(eq(problem.id, row!.id)));
});

const need = async (account = "street-east", more: object = {}) =>
  addNeed(as(account), { ...wanted, ...more, place: { problem: problemNumber } }, now);
const offer = async (account: string, more: object = {}) => addOffer(as(account), { ...given, ...more }, now);
const idOf = async (number: string) =>
  (await read((db) => db.select().from(resourceOffer).where(eq(resourceOffer.number, number))))[0]!.id;
const newNeed = async (more: object = {}) => mustSucceed(await need("street-east", more)).number;
const newOffer = async (account: string, more: object = {}) => mustSucceed(await offer(account, more)).number;
const accept = async (account: string, number: string, of: string, amount: string) =>
  acceptOffer(as(account), { number, offer: await idOf(of), amount }, now);
const page = async (account: string, number: string) => mustSucceed(await showNeed(as(account), number, now));
const left = async (number: string) => mustSucceed(await showOffer(as("office"), number, now)).offer.left;
const told = async (account: string) =>
  (await showNotices(as(account), {})).lines.map(({ kind, why }) => `${kind} ${why}`);

describe("a need", () => {
  it("is entered by the unit whose problem it is and by the office, and by nobody else", async () => {
    expect(await need("street-west")).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await need("dept-works")).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await need("leader")).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await need("admin")).toMatchObject({ refusal: { code: "notFound" } });
    expect(mustSucceed(await need("office")).number).toMatch(/^XQ-2026-\d{4}$/);
    const number = await newNeed({ kind: "money", amount: "12万", words: "修补路面" });
    expect(await page("street-east", number)).toMatchObject({
      need: { kind: "money", amount: 12_000_000, lacking: 12_000_000, subject: { on: "problem" } },
      can: { tend: true, offer: false },
    });
    expect((await page("dept-water", number)).can).toEqual({ tend: false, offer: true });
  });

  it("is seen by nobody who does not see its problem", async () => {
    const number = await newNeed();
    const hide = { agendaPublishedAt: null };
    const [held] = await read((db) => db.select().from(meeting).where(eq(meeting.id, dayId)));
    await transact((tx) => tx.update(meeting).set(hide).where(eq(meeting.id, dayId)));
    const seen: string[] = [];
    for (const account of Object.keys(district.actors))
      if ((await showNeed(as(account), number, now)).ok) seen.push(account);
    const concerned = ["community-east", "dept-works", "leader", "office", "street-east"];
    expect(seen.toSorted()).toEqual(concerned);
    await transact((tx) => tx.update(problem).set({ submittedAt: null }));
    // As long as it is not submitted, it is its street's alone.
    expect((await page("street-east", number)).need.unsent).toBe(true);
    expect((await showNeed(as("office"), number, now)).ok).toBe(false);
    await transact((tx) => tx.update(problem).set({ submittedAt: now }));
    expect((await page("street-east", number)).need.unsent).toBe(false);
    const row = { agendaPublishedAt: held!.agendaPublishedAt };
    await transact((tx) => tx.update(meeting).set(row).where(eq(meeting.id, dayId)));
    expect((await showNeed(as("community-west"), number, now)).ok).toBe(true);
    expect((await showNeed(as("admin"), number, now)).ok).toBe(false);
  });

  it("is changed as it was shown, and ends with a reason", async () => {
    const number = await newNeed();
    const changed = { ...wanted, number, words: "清运两个楼道", version: 1 };
    mustSucceed(await changeNeed(as("street-east"), changed, now));
    expect(await changeNeed(as("street-east"), changed, now)).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    const end = { number, as: "met" as const, reason: "已自行解决" };
    expect(await endNeed(as("dept-works"), end, now)).toMatchObject({ refusal: { code: "notAllowed" } });
    mustSucceed(await endNeed(as("street-east"), end, now));
    expect(await changeNeed(as("street-east"), { ...changed, version: 3 }, now)).toMatchObject({
      refusal: { code: "resourceEnded" },
    });
    expect(await offer("dept-water", { need: number })).toMatchObject({ refusal: { code: "resourceEnded" } });
  });
});

describe("an offer", () => {
  it("stands open for departments and streets; communities see their own", async () => {
    const open = await newOffer("dept-water", { behalfOf: "云川绿化公司", broughtBy: "水务局" });
    const own = await newOffer("community-east");
    const seenBy = async (number: string) => {
      const seen: string[] = [];
      for (const account of Object.keys(district.actors))
        if ((await showOffer(as(account), number, now)).ok) seen.push(account);
      return seen.toSorted();
    };
    const units = ["dept-water", "dept-works", "leader", "office", "street-east", "street-west"];
    expect(await seenBy(open)).toEqual(units);
    expect(await seenBy(own)).toEqual(["community-east", ...units].toSorted());
    expect(await offer("leader")).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await offer("admin")).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("is found by its words as far as one may see it, like the need", async () => {
    const number = await newNeed({ words: "清运堆物要电动三轮车" });
    const made = await newOffer("dept-water", { need: number, words: "电动三轮车两辆" });
    const found = async (account: string, words: string) => {
      const { needs, offers } = await searchAll(as(account), words);
      return [...needs, ...offers].map((one) => one.number);
    };
    expect(await found("street-east", "三轮车 电动")).toEqual([number, made]);
    expect(await found("dept-works", "三轮车")).toEqual([number]);
    expect(await found("dept-works", made)).toEqual([]);
    expect(await found("street-east", "三轮车 没有的词")).toEqual([]);
  });

  it("made to a need is between its unit, the need's and the district, and waits for an answer", async () => {
    const number = await newNeed();
    expect(await offer("dept-water", { need: number, kind: "site" })).toMatchObject({
      refusal: { code: "resourceKindDiffers" },
    });
    const made = await newOffer("dept-water", { need: number });
    expect((await showOffer(as("dept-works"), made, now)).ok).toBe(false);
    expect((await page("street-east", number)).waiting.map((one) => [one.number, one.proposed])).toEqual([
      [made, 20],
    ]);
    expect((await page("dept-works", number)).offered).toEqual([]);
    const waits = async () =>
      (await myWork(as("street-east"), now)).flatMap(({ items }) =>
        items.filter(({ key }) => key.startsWith("offer-")).map(({ problem: about }) => about?.number),
      );
    expect(await waits()).toContain(number);
    await expect.poll(() => told("street-east")).toContain("resourceOffered needs");
    const answer = { number, offer: await idOf(made), reason: "已另行安排" };
    expect(await declineOffer(as("dept-works"), answer, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    mustSucceed(await declineOffer(as("street-east"), answer, now));
    expect(await waits()).not.toContain(number);
    await expect.poll(() => told("dept-water")).toContain("resourceDeclined gives");
    expect(await accept("street-east", number, made, "1")).toMatchObject({
      refusal: { code: "resourceEnded" },
    });
  });

  it("is found beside needs of its kind as long as it stands, is not over, and something is left", async () => {
    const number = await newNeed({ kind: "site", amount: "1" });
    const site = { kind: "site", amount: "1" };
    const fits = await newOffer("dept-water", site);
    await newOffer("dept-water", { ...site, from: "2026-05-01", until: "" });
    const gone = await newOffer("dept-water", site);
    mustSucceed(await withdrawOffer(as("dept-water"), { number: gone, reason: "另有他用" }, now));
    const over = await newOffer("dept-water", { ...site, from: "2026-03-01", until: "2026-04-02" });
    expect((await page("street-east", number)).matches.map((one) => one.number)).toEqual([over, fits]);
    const after = mustSucceed(await showNeed(as("street-east"), number, "2026-04-03T02:00:00.000Z"));
    expect(after.matches.map((one) => one.number)).toEqual([fits]);
    const listed = mustSucceed(await listResources(as("street-east"), { show: "needs", kind: "site" }, now));
    expect(listed.needs.map((one) => [one.number, one.matches])).toEqual([[number, 2]]);
    const others = mustSucceed(await listResources(as("street-west"), { show: "needs", kind: "site" }, now));
    expect(others.needs.map((one) => one.matches)).toEqual([null]);
    mustSucceed(await accept("street-east", number, fits, "1"));
    expect((await page("office", number)).matches.map((one) => one.number)).toEqual([over]);
  });
});

describe("a promise", () => {
  it("takes from an offer what is left of it, by the need's unit or the office, and no more", async () => {
    const [one, other] = [await newNeed(), await newNeed()];
    const open = await newOffer("dept-water");
    expect(await accept("street-west", one, open, "5")).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await accept("leader", one, open, "5")).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await accept("street-east", one, open, "很多")).toMatchObject({
      refusal: { code: "resourceAmount" },
    });
    expect(await accept("street-east", one, open, "31")).toMatchObject({
      refusal: { code: "resourceNotEnough" },
    });
    mustSucceed(await accept("street-east", one, open, "20"));
    expect(await left(open)).toBe(10);
    expect((await page("street-east", one)).need).toMatchObject({ lacking: 0, promises: [{ amount: 20 }] });
    expect(await accept("office", other, open, "11")).toMatchObject({
      refusal: { code: "resourceNotEnough" },
    });
    mustSucceed(await accept("office", other, open, "10"));
    expect(await accept("office", other, open, "1")).toMatchObject({ refusal: { code: "resourceUsedUp" } });
    await expect.poll(() => told("dept-water")).toContain("resourcePromised gives");
    await expect.poll(() => told("street-east")).toContain("resourcePromised needs");
  });

  it("that comes twice at once cannot take more than there is", async () => {
    const number = await newNeed();
    const open = await newOffer("dept-water", { amount: "20" });
    const both = await Promise.all([1, 2].map(() => accept("street-east", number, open, "15")));
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await left(open)).toBe(5);
  });

  it("holds the offer to what was promised of it, and is taken back with a reason by either side", async () => {
    const number = await newNeed();
    const open = await newOffer("dept-water");
    mustSucceed(await accept("street-east", number, open, "20"));
    const less = { ...given, number: open, amount: "10", version: 1 };
    expect(await changeOffer(as("dept-water"), less, now)).toMatchObject({
      refusal: { code: "resourcePromised" },
    });
    mustSucceed(await withdrawOffer(as("dept-water"), { number: open, reason: "不再提供" }, now));
    const [promise] = (await page("street-east", number)).need.promises;
    const back = { promise: promise!.id, reason: "班组另有任务" };
    expect(await takeBackPromise(as("dept-works"), back, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    mustSucceed(await takeBackPromise(as("dept-water"), back, now));
    expect(await takeBackPromise(as("street-east"), back, now)).toMatchObject({
      refusal: { code: "resourceTakenBack" },
    });
    expect((await page("street-east", number)).need).toMatchObject({
      lacking: 20,
      promises: [{ takenBackReason: "班组另有任务" }],
    });
    expect(await left(open)).toBe(30);
    await expect.poll(() => told("street-east")).toContain("resourceTakenBack needs");
  });

  it("says to whoever gives of a need that they do not see no more than whose it is", async () => {
    const number = await newNeed();
    const open = await newOffer("dept-water");
    mustSucceed(await accept("street-east", number, open, "1"));
    const hide = { agendaPublishedAt: null };
    const [held] = await read((db) => db.select().from(meeting).where(eq(meeting.id, dayId)));
    await transact((tx) => tx.update(meeting).set(hide).where(eq(meeting.id, dayId)));
    const shown = mustSucceed(await showOffer(as("dept-water"), open, now));
    expect(shown.promises).toMatchObject([{ serves: { owner: { en: "east" }, number: null, to: null } }]);
    expect(shown.needs).toEqual([]);
    const row = { agendaPublishedAt: held!.agendaPublishedAt };
    await transact((tx) => tx.update(meeting).set(row).where(eq(meeting.id, dayId)));
  });
});

describe("what a resolution needs", () => {
  const slipOf = async (id: string) => listResolutions(await recordOfDay(slug)).find((one) => one.id === id)!;
  const drafted = async (more: object = {}) => {
    const one = draft(district, topicId, slug, { resourceKind: "none", resourceText: "", ...more });
    await writeInRoom(as("office"), slug, (document) => addResolution(document, one));
    return one.id;
  };
  const place = (resolution: string) => ({ place: { meeting: slug, resolution } });

  it("is said by who writes its slip, and what is promised stands on the slip, until it is taken back", async () => {
    const id = await drafted();
    const asked = { ...wanted, ...place(id) };
    expect(await addNeed(as("street-west"), asked, now)).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await addNeed(as("admin"), asked, now)).toMatchObject({ refusal: { code: "notFound" } });
    expect(await addNeed(as("office"), { ...asked, ...place("nothing") }, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
    const { number } = mustSucceed(await addNeed(as("office"), asked, now));
    const open = await newOffer("dept-water", { behalfOf: "云川绿化公司" });
    expect(mustSucceed(await accept("office", number, open, "20"))).toEqual({ onSlip: true });
    const words = `water单位（代云川绿化公司）提供20人，2026年4月1日至2026年4月20日（${open}-1）`;
    expect(await slipOf(id)).toMatchObject({ resourceKind: "people", resourceText: words });
    const [promise] = (await page("office", number)).need.promises;
    // Who gives takes no part in the meeting.
    mustSucceed(await takeBackPromise(as("dept-water"), { promise: promise!.id, reason: "改期" }, now));
    expect(await slipOf(id)).toMatchObject({ resourceKind: "none", resourceText: "" });
  });

  it("is promised all the same where the slip is gone; the room offers what the topic's problem was promised", async () => {
    const id = await drafted();
    const { number } = mustSucceed(await addNeed(as("office"), { ...wanted, ...place(id) }, now));
    await writeInRoom(as("office"), slug, (document) => withdrawResolution(document, id));
    const open = await newOffer("dept-water");
    expect(mustSucceed(await accept("office", number, open, "2"))).toEqual({ onSlip: false });
    const needs = await read((db) => needsOfTopics(db, as("office"), dayId));
    const promised = roomPromises(needs);
    expect(promised.find((one) => one.number === `${open}-1`)).toMatchObject({ topicId, resolutionId: id });
    expect(promised.some(({ resolutionId }) => resolutionId === null)).toBe(true);
  });
});

it("is not entered any more at a task that is struck off, whose page offers it no more", async () => {
  const february = await dayAt(district, "2026-02", "issued");
  const wish = { street: "east", lead: "works", due: "2026-03-10" };
  const [running, over] = await dispatchedTasks(district, february, [wish, wish], "2026-02-21T02:00:00.000Z");
  await transact((tx) => tx.update(task).set({ state: "struckOff" }).where(eq(task.number, over!)));
  const at = (number: string) => addNeed(as("dept-works"), { ...wanted, place: { task: number } }, now);
  mustSucceed(await at(running!));
  expect((await needsOfTask(as("dept-works"), over!)).add).toBeNull();
  expect(await at(over!)).toMatchObject({ refusal: { code: "wrongTaskState" } });
});

it("is neither needed nor offered on days of another century", async () => {
  const far = { from: "2026-12-01", until: "2206-12-31" };
  const refused = { refusal: { code: "dayTooFar", field: "until" } };
  expect(await need("street-east", far)).toMatchObject(refused);
  expect(await offer("dept-water", far)).toMatchObject(refused);
  const beginning = { from: "2126-04-01", until: "" };
  expect(await need("street-east", beginning)).toMatchObject({
    refusal: { code: "dayTooFar", field: "from" },
  });
  const number = await newNeed();
  expect(await changeNeed(as("street-east"), { ...wanted, ...far, number, version: 1 }, now)).toMatchObject(
    refused,
  );
  const of = await newOffer("dept-water");
  expect(
    await changeOffer(as("dept-water"), { ...given, ...far, number: of, version: 1 }, now),
  ).toMatchObject(refused);
});

it("shows the needs of a problem on its page, and lists them all for export", async () => {
  const [row] = await read((db) => db.select().from(topic).where(eq(topic.id, topicId)));
  const shown = await needsOfProblem(as("street-east"), row!.problemId!);
  expect(shown.needs.length).toBeGreaterThan(3);
  expect(shown.add).toBe(`/desk/resources/needs/new?problem=${problemNumber}`);
  expect((await needsOfProblem(as("street-west"), row!.problemId!)).add).toBeNull();
  const all: string[] = [];
  for await (const one of everyNeed(as("office"), { show: "needs" }, now)) all.push(one.number);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(shown.needs.length);
});

it("books nothing that has no name, and no words", async () => {
  expect(await unnamedFields()).toEqual([]);
  expect((await spokenFields()).filter((one) => one.startsWith("resource."))).toEqual([]);
});
