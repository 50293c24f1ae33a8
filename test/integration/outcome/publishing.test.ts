import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { navigationFor } from "~/access/navigation";
import { publicMatter } from "~/outcome/publicMatter.server";
import { publicSearch } from "~/outcome/publicSearch.server";
import { listPublishing } from "~/outcome/publishing/listPublishing.server";
import { choiceValue, isOpen } from "~/outcome/publishing/look";
import { publishClearTopics } from "~/outcome/publishing/publishClearTopics.server";
import { publishTopic } from "~/outcome/publishing/publishTopic.server";
import { putBack } from "~/outcome/publishing/putBack.server";
import { shortenPublicText } from "~/outcome/publishing/shortenPublicText.server";
import { showPublishing, type TopicPublishing } from "~/outcome/publishing/showPublishing.server";
import { takeDownWords } from "~/outcome/publishing/takeDownWords.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { ledgerEntry, problem } from "~db/schema";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { dayWith } from "../../builders/outcome";
import { pages } from "../../builders/pages";
import { mustSucceed } from "../../builders/result";

withDatabase();

const month = "2026-11";
const now = "2026-11-22T02:00:00.000Z";
const nobody = "00000000000";
const mail = "someone@example.test";
const doubtful = "0000000";

// What every kind of public text says, with a word that stands in it alone.
const texts = {
  title: "河边甲乙丙路灯不亮",
  words: `晚上丁戊己看不见，打${nobody}找我，或写信到${mail}，老号码${doubtful}。`,
  promise: "年底前庚辛壬把灯修亮。",
  outcome: "西段子丑寅的灯亮了。",
};
const word = { title: "甲乙丙", words: "丁戊己", promise: "庚辛壬", outcome: "子丑寅" };
type Kind = keyof typeof texts;
const kinds = Object.keys(texts) as Kind[];
const searched: Kind[] = ["title", "promise", "outcome"];
const number = "EST-2026-0001";

let district: SmallDistrict;
let office: Actor;
let ask: Awaited<ReturnType<typeof pages>>;

beforeAll(async () => {
  district = await smallDistrict();
  office = district.actors.office!;
  const promise = { task: "RW-2026-0001", lead: "works", text: texts.promise, due: "2026-12-20" };
  const done = { state: "solved", solvedAt: "2026-11-21T02:00:00.000Z", published: texts.outcome } as const;
  const other = { street: "west", words: "没有地方停。", outcome: "notPassed" } as const;
  await dayWith(district, {
    ...{ month, host: "east", stage: "issued", issued: 11, seen: false },
    topics: [
      { number, street: "east", title: texts.title, words: texts.words, promises: [{ ...promise, ...done }] },
      { ...other, number: "WST-2026-0001", title: "要求加建车棚" },
      { ...other, number: "WST-2026-0002", title: "要求加建围墙", words: `请打${nobody}。` },
    ],
  });
  const files = [
    "_index",
    "days._index",
    "days.$month",
    "streets._index",
    "streets.$slug",
    "matters.$number",
  ];
  ask = await pages([...files, "search", "$"]);
});

const addresses = [
  "/",
  "/days",
  `/days/${month}`,
  "/streets/east",
  `/matters/${number}`,
  "/search?q=EST-2026",
];

/** All that anybody may read, pages and the data behind them. */
async function everything(): Promise<string> {
  const data = addresses.map((address) => address.replace(/^\/$/, "/_root").replace(/(\?|$)/, ".data$1"));
  const answers = await Promise.all([...addresses, ...data].map(async (one) => (await ask(one)).text()));
  return answers.join("\n");
}
const found = async (words: string) => (await publicSearch(words, now)).found.map((one) => one.number);
const shown = async () => {
  const matter = await publicMatter(number, now);
  if (!matter || !("matter" in matter)) throw new Error("not public");
  return matter.matter;
};
async function topicOf(matter = number): Promise<TopicPublishing> {
  const page = mustSucceed(await showPublishing(office, month, now));
  return page.topics.find((one) => one.number === matter)!;
}
const waitingWork = async () =>
  (await myWork(office, now)).flatMap(({ items }) => items).find(({ key }) => key === `publish-${month}`);
const named = ({ id, version }: TopicPublishing) => ({ slug: month, topicId: id, version });
const look = { passages: [] as string[], reason: "" };

describe("what is issued and was not seen", () => {
  it.each(kinds)("is public nowhere, in no form: %s", async (kind) => {
    expect(await everything()).not.toContain(word[kind]);
    expect(await found(word[kind])).toEqual([]);
  });

  it("lists how many matters wait and how many are public, for those who are at it", async () => {
    const line = { meeting: { slug: month }, waiting: 3, shown: 0 };
    expect(await listPublishing(office)).toMatchObject({ value: { lines: [line], can: { publish: true } } });
    const street = district.actors["street-east"]!;
    expect(await listPublishing(street)).toMatchObject({ value: { can: { publish: false } } });
    const to = (who: Actor) => navigationFor(who, month).find(({ key }) => key === "published")?.to;
    expect([to(office), to(district.actors.admin!)]).toEqual(["/desk/published", "/days"]);
    expect(await listPublishing(district.actors.admin!)).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("cannot be told from what does not exist", async () => {
    const [hidden, none] = [await ask(`/matters/${number}`), await ask("/matters/EST-2026-0999")];
    expect([hidden.status, none.status]).toEqual([404, 404]);
    expect(await hidden.text()).toBe(await none.text());
    const [day, noDay] = [await ask(`/days/${month}`), await ask("/days/2027-01")];
    expect([day.status, noDay.status]).toEqual([404, 404]);
  });

  it("waits for the office, as many as there are, until the rules' day", async () => {
    expect(await waitingWork()).toMatchObject({
      count: 3,
      until: "2026-11-25",
      to: `/desk/days/${month}/publish`,
    });
  });

  it("is shown to the office with its marks, to others without its words", async () => {
    const { marks } = (await topicOf()).texts.find(({ kind }) => kind === "words")!;
    expect(marks.map((mark) => [mark.kind, isOpen(mark)])).toEqual([
      ["phone", false],
      ["email", false],
      ["phone", true],
    ]);
    const others = await showPublishing(district.actors["dept-works"]!, month, now);
    expect(JSON.stringify(others)).not.toContain(word.words);
    expect(await showPublishing(district.actors["community-east"]!, month, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
  });
});

describe("looking at a topic", () => {
  it("is not over while a mark is undecided or a passage does not stand in it", async () => {
    const topic = await topicOf();
    const marks = topic.texts.flatMap((text) => text.marks);
    const sure = marks.filter((mark) => !isOpen(mark)).map((mark) => choiceValue(mark, "leaveOut"));
    const all = marks.map((mark) => choiceValue(mark, "letStand"));
    const publish = (choices: string[], more = {}) =>
      publishTopic(office, { ...named(topic), ...look, choices, ...more }, now);
    expect(await publish(sure)).toMatchObject({ refusal: { code: "marksUndecided", values: { count: 1 } } });
    expect(await publish([...all, ...sure])).toMatchObject({ refusal: { code: "marksUndecided" } });
    expect(await publish([...all, "9.9.9.letStand"])).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    const absent = { passages: ["没有这句话"] };
    expect(await publish(all, absent)).toMatchObject({
      refusal: { code: "passageNotFound", field: "passages" },
    });
    expect(await everything()).not.toContain(word.title);
  });

  it("leaves out what was decided and named, and shows what stands", async () => {
    const topic = await topicOf();
    const choices = topic.texts
      .flatMap((text) => text.marks)
      .map((mark) => choiceValue(mark, mark.kind === "email" ? "letStand" : "leaveOut"));
    const input = { ...named(topic), choices, passages: ["找我"], reason: "不公开联系方式" };
    mustSucceed(await publishTopic(office, input, now));
    const { words, leftOut } = await shown();
    expect(words).toBe(`晚上${word.words}看不见，打▇▇，或写信到${mail}，老号码▇▇。`);
    expect(leftOut.map(({ reason }) => reason).sort()).toEqual(["", "不公开联系方式"]);
    const all = await everything();
    for (const kind of kinds) expect(all).toContain(word[kind]);
    for (const secret of [nobody, "找我"]) expect(all).not.toContain(secret);
    expect(all).toContain("不公开联系方式");
    expect(all).not.toContain("车棚");
    for (const kind of searched) expect(await found(word[kind])).toEqual([number]);
    expect((await waitingWork())?.count).toBe(2);
  });

  it("is told to whoever comes second, and changes nothing", async () => {
    const topic = await topicOf();
    const again = { ...named(topic), ...look, choices: [] };
    expect(await publishTopic(office, again, now)).toMatchObject({ refusal: { code: "topicAlreadySeen" } });
    expect((await shown()).words).toContain("▇▇");
  });

  it("is done for all at once where nothing is to be decided, all or none", async () => {
    const [shed, wall] = [await topicOf("WST-2026-0001"), await topicOf("WST-2026-0002")];
    const versions = [shed, wall].map(({ id, version }) => ({ topicId: id, version }));
    const publish = (topics: typeof versions) => publishClearTopics(office, { slug: month, topics }, now);
    const stale = versions.map((one, place) => (place === 1 ? { ...one, version: 7 } : one));
    expect(await publish(stale)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    expect(await found("车棚")).toEqual([]);
    mustSucceed(await publish(versions));
    expect(await found("车棚")).toEqual(["WST-2026-0001"]);
    expect(await publicMatter("WST-2026-0002", now)).toMatchObject({ matter: { words: "请打▇▇。" } });
    expect(await waitingWork()).toBeUndefined();
  });
});

describe("what is public", () => {
  it.each(kinds)("can be shortened with the place marked, and put back: %s", async (kind) => {
    const shorten = async (passages: string[], version?: number) => {
      const topic = await topicOf();
      const input = { ...named(topic), passages, reason: "当事人要求" };
      return shortenPublicText(office, { ...input, version: version ?? topic.version }, now);
    };
    expect(await shorten([word[kind]], 1)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    mustSucceed(await shorten([word[kind]]));
    const all = await everything();
    expect(all).not.toContain(word[kind]);
    expect(all).toContain("当事人要求");
    expect(await found(word[kind])).toEqual([]);
    const rest = texts[kind].slice(0, 2);
    if (searched.includes(kind)) expect(await found(rest)).toEqual([number]);
    expect(await shorten([word[kind]])).toMatchObject({ refusal: { code: "passageNotFound" } });

    const topic = await topicOf();
    const left = topic.texts.flatMap((text) => text.left).find(({ words }) => words === word[kind])!;
    const back = { ...named(topic), leftOutId: left.id, start: left.start, reason: "误略" };
    mustSucceed(await putBack(office, back, now));
    expect(await everything()).toContain(word[kind]);
    expect(await found(word[kind])).toEqual(searched.includes(kind) ? [number] : []);
    expect(await putBack(office, back, now)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
  });

  it("loses a resident's words, and keeps what was decided, until they are put back", async () => {
    const down = async () =>
      takeDownWords(office, { ...named(await topicOf()), reason: "本人要求撤下" }, now);
    mustSucceed(await down());
    const all = await everything();
    expect(all).not.toContain(word.words);
    expect(all).toContain("本人要求撤下");
    expect(all).toContain(word.promise);
    expect(await down()).toMatchObject({ refusal: { code: "alreadyTakenDown" } });
    const [stored] = await read((db) => db.select().from(problem).where(eq(problem.number, number)));
    expect(stored!.originalWording).toBe(texts.words);

    const topic = await topicOf();
    const { takenDown } = topic.texts.find(({ kind }) => kind === "words")!;
    const back = { ...named(topic), leftOutId: takenDown!.id, start: 0, reason: "本人同意" };
    mustSucceed(await putBack(office, back, now));
    expect((await shown()).words).toContain(word.words);
    expect((await shown()).words).not.toContain(nobody);
  });

  it("is booked act by act, without what was left out", async () => {
    const entries = await read((db) =>
      db.select().from(ledgerEntry).where(eq(ledgerEntry.subjectKind, "topic")),
    );
    const verbs = new Set(entries.map(({ verb }) => verb));
    expect([...verbs].sort()).toEqual([
      ...["outcome.publishTopic", "outcome.putBack", "outcome.shortenText", "outcome.takeDownWords"],
    ]);
    const told = JSON.stringify(entries);
    for (const secret of [nobody, "找我", ...Object.values(word)]) expect(told).not.toContain(secret);
  });
});
