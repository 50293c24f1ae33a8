import { describe, expect, it } from "vitest";
import type { Outcome } from "~/meeting/conduct/topic";
import { kindsOfMeeting } from "~/meeting/kind/kind";
import { assemblePaper } from "~/meeting/minutes/assemblePaper";
import { type GateFacts, missingForMinutes, remarksOnMinutes } from "~/meeting/minutes/missingForMinutes";
import { resolutionLine } from "~/meeting/minutes/resolutionLine";
import type { CanonicalRecord } from "~/record/document/record";
import { chineseWords } from "../../../builders/paper";

type Draft = CanonicalRecord["resolutions"][number];

const topic = (id: string, more: Partial<CanonicalRecord["topics"][number]> = {}) => ({
  id,
  title: `议题${id}`,
  order: id,
  kind: "topic" as const,
  minutesAllotted: null,
  presenter: "",
  problemNumber: null,
  withdrawn: false,
  notes: { type: "doc" },
  ...more,
});

const whole = (id: string, topicId: string, more: Partial<Draft> = {}): Draft => ({
  id,
  topicId,
  order: id,
  text: "修复",
  residentText: "会修好",
  leadUnitId: "works",
  assistingUnitIds: [],
  dueDate: "2026-12-31",
  milestones: [],
  measure: "平整",
  evidence: "照片",
  resourceKind: "none",
  resourceText: "",
  checkBackDate: null,
  withdrawn: false,
  ...more,
});

const milestone = (dueDate: string, withdrawn = false) => ({ id: "m", text: "进场", dueDate, withdrawn });

const record = (topics: CanonicalRecord["topics"], resolutions: Draft[] = []): CanonicalRecord => ({
  version: 1,
  topics,
  resolutions,
  session: { currentTopicId: null, timer: { topicId: null, startedAt: null, elapsedSeconds: 0 } },
});

const onAgenda = (
  id: string,
  kind: GateFacts["topics"][number]["kind"],
  more: Partial<GateFacts["topics"][number]> = {},
) => ({
  id,
  kind,
  title: `议程${id}`,
  outcome: null,
  hadQuorum: true,
  reopened: false,
  withdrawn: false,
  ...more,
});

const facts = (outcomes: Record<string, Outcome | null>, more: Partial<GateFacts> = {}): GateFacts => ({
  date: "2026-11-20",
  lookBack: { stated: 2, total: 2, complete: true },
  amended: null,
  resolutionsSay: kindsOfMeeting.consultationDay.resolutionsSay,
  topics: Object.entries(outcomes).map(([id, outcome]) => onAgenda(id, "topic", { outcome })),
  leadUnitIds: new Set(["works"]),
  ...more,
});

const parts = (more: Partial<Draft>) => {
  const [found] = missingForMinutes(record([topic("a")], [whole("r", "a", more)]), facts({ a: "passed" }));
  return found?.what === "resolution" ? found.parts : [];
};

describe("what is missing before minutes are issued", () => {
  it("nothing, when every topic is decided and every resolution complete", () => {
    expect(missingForMinutes(record([topic("a")], [whole("r", "a")]), facts({ a: "passed" }))).toEqual([]);
  });

  it("a statement on each task of the look-back", () => {
    const lookBack = { stated: 1, total: 2, complete: false };
    expect(missingForMinutes(record([]), facts({}, { lookBack }))).toEqual([
      { what: "lookBack", stated: 1, total: 2 },
    ]);
  });

  it("an outcome of each topic, but not of the look-back, a visit, or what was taken off", () => {
    const missing = missingForMinutes(
      record([
        topic("a", { kind: "lookBack" }),
        topic("b", { kind: "siteVisit" }),
        topic("c", { kind: "other" }),
        topic("d", { withdrawn: true }),
      ]),
      facts(
        {},
        {
          topics: [
            onAgenda("a", "lookBack"),
            onAgenda("b", "siteVisit"),
            onAgenda("c", "other"),
            onAgenda("d", "topic", { withdrawn: true }),
          ],
        },
      ),
    );
    expect(missing).toEqual([{ what: "outcome", topicId: "c", title: "议题c" }]);
  });

  it("a place on the agenda for what was written straight into the record", () => {
    expect(missingForMinutes(record([topic("x"), topic("y", { withdrawn: true })]), facts({}))).toEqual([
      { what: "unplaced", topicId: "x", title: "议题x" },
    ]);
  });

  it("a record that has the same entries as the agenda", () => {
    const written = record([
      topic("b", { withdrawn: true }),
      topic("c"),
      topic("d", { kind: "other", title: "" }),
      topic("e", { withdrawn: true }),
    ]);
    const topics = [
      onAgenda("a", "topic", { outcome: "notPassed" }),
      onAgenda("b", "topic", { outcome: "notPassed" }),
      onAgenda("c", "topic", { withdrawn: true }),
      onAgenda("d", "siteVisit"),
      onAgenda("e", "topic", { withdrawn: true }),
      onAgenda("f", "topic", { withdrawn: true }),
    ];
    expect(missingForMinutes(written, facts({}, { topics }))).toEqual([
      { what: "differs", how: "lacking", topicId: "a", title: "议程a" },
      { what: "differs", how: "takenOff", topicId: "b", title: "议题b" },
      { what: "differs", how: "kept", topicId: "c", title: "议题c" },
      { what: "differs", how: "otherKind", topicId: "d", title: "议程d" },
    ]);
  });

  for (const [name, more, part] of [
    ["text", { text: "  " }, "text"],
    ["a wording for residents", { residentText: "" }, "residentText"],
    ["a lead unit", { leadUnitId: null }, "leadUnit"],
    ["a lead unit that can lead", { leadUnitId: "a community" }, "leadUnit"],
    ["a due date", { dueDate: null }, "dueDate"],
    ["a due date after the day", { dueDate: "2026-11-19" }, "dueDate"],
    ["a measure", { measure: "" }, "measure"],
    ["evidence", { evidence: "\n" }, "evidence"],
    ["steps not after the whole", { milestones: [milestone("2027-01-01")] }, "milestones"],
    ["words about a resource", { resourceKind: "money", resourceText: " " }, "resource"],
  ] satisfies [string, Partial<Draft>, string][])
    it(`${name} of each resolution of a passed topic`, () => {
      expect(parts(more)).toEqual([part]);
    });

  it("nothing of a step within the whole, or taken back, or of a resource in words", () => {
    const milestones = [milestone("2026-12-31"), milestone("2027-01-01", true)];
    expect(parts({ milestones, resourceKind: "money", resourceText: "三万元" })).toEqual([]);
  });

  it("nothing of resolutions taken back, or under topics that did not pass", () => {
    const drafts = [whole("r", "a", { text: "", withdrawn: true }), whole("s", "b", { text: "" })];
    expect(
      missingForMinutes(record([topic("a"), topic("b")], drafts), facts({ a: "passed", b: "notPassed" })),
    ).toEqual([]);
  });
});

describe("what will not be issued although it is written", () => {
  it("drafts under topics that did not pass, and passed topics without any; not what is still undecided", () => {
    const drafts = [whole("r", "b"), whole("s", "c")];
    const found = remarksOnMinutes(
      record([topic("a"), topic("b"), topic("c"), topic("d")], drafts),
      facts({ a: "passedInPrinciple", b: "deferred", c: null, d: "other" }),
    );
    expect(found.without.map((one) => one.topicId)).toEqual(["a"]);
    expect(found.leftOut.map((one) => one.topicId)).toEqual(["b"]);
  });
});

describe("an amended record", () => {
  const unitName = (id: string) => (id === "gone" ? undefined : { zh: id, en: id });
  const before = [whole("a", "1", { assistingUnitIds: ["water", "gone"] }), whole("b", "1")];
  const adopted = before.map((draft, at) => ({
    topicId: "1",
    title: "议题1",
    place: at + 1,
    line: resolutionLine(draft, at + 3, unitName),
  }));
  const missing = (topics: CanonicalRecord["topics"], drafts: Draft[]) =>
    missingForMinutes(record(topics, drafts), facts({ "1": "passed" }, { amended: { adopted, unitName } }));
  const change = (more: Partial<Draft>) => missing([topic("1")], [{ ...before[0]!, ...more }, before[1]!]);

  it("lacks nothing where the adopted resolutions read as they did, beside new ones and other titles", () => {
    const renamed = topic("1", { title: "换了标题", presenter: "东街道" });
    expect(missing([renamed], [...before, whole("new", "1")])).toEqual([]);
  });

  it("lacks every adopted resolution of which anything differs, and does not ask for its parts", () => {
    const milestone = { id: "m", text: "进场", dueDate: null, withdrawn: false };
    const changes: Partial<Draft>[] = [
      { text: "改了" },
      { residentText: "改了" },
      { leadUnitId: "water" },
      { assistingUnitIds: [] },
      { dueDate: "2026-12-30" },
      { milestones: [milestone] },
      { measure: "" },
      { evidence: "" },
      { resourceKind: "money" },
      { resourceText: "改了" },
      { checkBackDate: "2026-12-30" },
      { topicId: "2" },
    ];
    for (const more of changes)
      expect(change(more)).toEqual([
        { what: "adopted", how: "changed", topicId: "1", title: "议题1", resolutionId: "a", ordinal: 1 },
      ]);
  });

  it("lacks what was taken back, removed, or whose topic is gone", () => {
    const gone = { what: "adopted", how: "withdrawn", resolutionId: "a" };
    expect(change({ withdrawn: true })).toMatchObject([gone]);
    expect(missing([topic("1")], [before[1]!])).toMatchObject([gone]);
    const lacking = { what: "differs", how: "lacking", topicId: "1" };
    expect(missing([], before)).toMatchObject([lacking, gone, { ...gone, resolutionId: "b" }]);
  });

  it("still asks of a new resolution what is asked of every one", () => {
    expect(missing([topic("1")], [...before, whole("new", "1", { evidence: "" })])).toMatchObject([
      { what: "resolution", resolutionId: "new", parts: ["evidence"] },
    ]);
  });

  it("keeps adopted resolutions under their numbers, and numbers new ones after them", () => {
    const known = [
      { ...facts({ "1": "passed" }).topics[0]!, outcomeNote: "", deferredTo: undefined, reservedBy: [] },
    ];
    const named = { zh: "", en: "" };
    const paperFacts = {
      ...{ district: named, office: named, host: named, month: "2026-11", date: "2026-11-20" },
      ...{ chair: null, openedAt: null, closedAt: null, attendance: [], lookBack: [] },
    };
    const drafts = [whole("new", "1"), { ...before[1]!, text: "改了" }, before[0]!];
    const paper = assemblePaper(
      record([topic("1")], drafts),
      known,
      paperFacts,
      unitName,
      chineseWords,
      adopted,
    );
    const lines = paper.topics[0]!.resolutions.map(({ id, ordinal, text }) => [id, ordinal, text]);
    expect(lines).toEqual([
      ["new", 5, "修复"],
      ["b", 4, "修复"],
      ["a", 3, "修复"],
    ]);
  });
});
