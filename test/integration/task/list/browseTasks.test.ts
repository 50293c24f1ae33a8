import { beforeAll, describe, expect, it } from "vitest";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { stateAtLookBack } from "~/meeting/lookback/stateAtLookBack.server";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { askExtension } from "~/task/acts/askExtension.server";
import { claimHandled } from "~/task/acts/claimHandled.server";
import { decideExtension } from "~/task/acts/decideExtension.server";
import { strikeOff } from "~/task/acts/strikeOff.server";
import { verifySolved } from "~/task/acts/verifySolved.server";
import { allTasks } from "~/task/list/allTasks.server";
import { boardOfTasks } from "~/task/list/boardOfTasks.server";
import { browseTasks } from "~/task/list/browseTasks.server";
import { milestonesOf } from "~/task/list/milestonesOf.server";
import { readTaskFilter } from "~/task/list/taskFilter";
import { taskFilterChoices } from "~/task/list/taskFilterChoices.server";
import { showTask } from "~/task/page/showTask.server";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { dayAt, dispatchedTasks } from "../../../builders/task";

withDatabase();
const now = "2026-12-01T02:00:00.000Z";
let district: SmallDistrict;

/** east/works (water assists), west/water, east/west, struck off. */
let byWorks: string;
let byWater: string;
let byWest: string;
let ended: string;

const who = (account: string) => district.actors[account]!;
const filter = (query: string) => readTaskFilter(new URLSearchParams(query));
const numbers = async (account: string, query = "") =>
  (await browseTasks(who(account), filter(query), now)).tasks.map((task) => task.number);

beforeAll(async () => {
  district = await smallDistrict();
  const october = await dayAt(district, "2026-10", "issued");
  const november = await dayAt(district, "2026-11", "issued");
  const milestones = [
    { text: "完工", due: "2026-12-08" },
    { text: "勘察", due: "2026-11-28" },
  ];
  const east = { street: "east", lead: "works", assisting: ["water"], due: "2026-12-10", milestones };
  const first = await dispatchedTasks(
    district,
    october,
    [east, { street: "west", lead: "water", due: "2026-11-20" }],
    now,
  );
  const second = await dispatchedTasks(
    district,
    november,
    [
      { street: "east", lead: "west", due: "2026-12-04" },
      { street: "east", lead: "works", due: "2026-11-25" },
    ],
    now,
  );
  [byWorks, byWater] = [first[0]!, first[1]!];
  [byWest, ended] = [second[0]!, second[1]!];
  await acknowledgeTask(who("dept-works"), { number: ended }, now);
  await claimHandled(who("dept-works"), { number: ended, text: "好了", evidence: "照片" }, now);
  await verifySolved(who("street-east"), { number: ended, text: "属实" }, now);
  await strikeOff(who("office"), { number: ended }, now);
});

describe("who sees which tasks", () => {
  it.each([
    ["office", ["byWater", "byWest", "byWorks"]],
    ["leader", ["byWater", "byWest", "byWorks"]],
    ["street-east", ["byWest", "byWorks"]],
    ["street-west", ["byWater", "byWest"]],
    ["community-east", ["byWest", "byWorks"]],
    ["community-west", ["byWater"]],
    ["dept-works", ["byWorks"]],
    ["dept-water", ["byWater", "byWorks"]],
  ])("%s sees %s", async (account, expected) => {
    const all: Record<string, string> = { byWater, byWest, byWorks };
    expect(await numbers(account)).toEqual(expected.map((name) => all[name]));
  });

  it("and the page of a task opens for exactly those who have it in their ledger", async () => {
    for (const account of Object.keys(district.actors))
      for (const number of [byWorks, byWater, byWest, ended]) {
        const listed = (await numbers(account, "state=all")).includes(number);
        expect(
          (await showTask(who(account), number, now, meetingScope)) !== null,
          `${account} ${number}`,
        ).toBe(listed);
      }
  });
});

describe("what the ledger shows", () => {
  it("open tasks first, everything or one state when asked", async () => {
    expect(await numbers("office", "state=all")).toEqual([byWater, ended, byWest, byWorks]);
    expect(await numbers("office", "state=struckOff")).toEqual([ended]);
    expect(await numbers("office", "state=handled")).toEqual([]);
  });

  it("by lead, street, day, and what is overdue today", async () => {
    expect(await numbers("office", "lead=works")).toEqual([byWorks]);
    expect(await numbers("office", "street=east")).toEqual([byWest, byWorks]);
    expect(await numbers("office", "day=2026-10")).toEqual([byWater, byWorks]);
    expect(await numbers("office", "overdue=yes&state=all")).toEqual([byWater]);
    expect(await numbers("office", "lead=nobody")).toEqual([]);
  });

  it("in the order asked for", async () => {
    expect(await numbers("office", "sort=number&order=desc")).toEqual([byWest, byWater, byWorks]);
    expect(await numbers("office", "sort=street")).toEqual([byWorks, byWest, byWater]);
  });

  it("with its colour by the rules", async () => {
    const { tasks } = await browseTasks(who("office"), filter(""), now);
    expect(tasks.map((task) => [task.number, task.colour, task.overdue])).toEqual([
      [byWater, "red", true],
      [byWest, "yellow", false],
      [byWorks, null, false],
    ]);
  });

  it("by state on the board, without the struck off unless they are asked for", async () => {
    const board = await boardOfTasks(who("office"), filter(""), now);
    expect(board.map((column) => [column.state, column.tasks.length])).toContainEqual(["dispatched", 3]);
    expect(board.map((column) => column.state)).not.toContain("struckOff");
    const [only] = await boardOfTasks(who("office"), filter("state=struckOff"), now);
    expect(only).toMatchObject({ state: "struckOff", more: false });
  });

  it("offers the meetings that have resolved something, the latest first, and who can lead", async () => {
    const choices = await taskFilterChoices(who("office"));
    expect(choices.meetings.map((one) => one.slug)).toEqual(["2026-11", "2026-10"]);
    expect(choices.leads.map((unit) => unit.slug)).toEqual(["east", "water", "west", "works"]);
  });
});

describe("paging by key", () => {
  let many: string[];

  beforeAll(async () => {
    const dayId = await dayAt(district, "2025-03", "issued");
    const wish = (at: number) => ({
      street: "west",
      lead: "water",
      // Several due on one day: the number decides among them.
      due: `2027-0${1 + Math.floor(at / 30)}-15`,
    });
    many = await dispatchedTasks(
      district,
      dayId,
      Array.from({ length: 120 }, (_, at) => wish(at)),
      now,
    );
  });

  it("walks forwards and back over every task once", async () => {
    const walk: string[][] = [];
    let page = await browseTasks(who("street-west"), filter("day=2025-03"), now);
    expect(page.before).toBeUndefined();
    for (;;) {
      walk.push(page.tasks.map((task) => task.number));
      if (!page.after) break;
      const next = { ...filter("day=2025-03"), after: page.after };
      page = await browseTasks(who("street-west"), next, now);
    }
    expect(walk.map((one) => one.length)).toEqual([50, 50, 20]);
    expect(walk.flat()).toEqual(many);

    const back = { ...filter("day=2025-03"), before: page.before };
    page = await browseTasks(who("street-west"), back, now);
    expect(page.tasks.map((task) => task.number)).toEqual(walk[1]);
    page = await browseTasks(who("street-west"), { ...back, before: page.before }, now);
    expect(page.tasks.map((task) => task.number)).toEqual(walk[0]);
    expect(page.before).toBeUndefined();
    expect(page.after).toBeDefined();
  });

  it("walks downwards too", async () => {
    const first = await browseTasks(who("office"), filter("day=2025-03&order=desc"), now);
    const down = { ...filter("day=2025-03&order=desc"), after: first.after };
    const second = await browseTasks(who("office"), down, now);
    expect([...first.tasks, ...second.tasks].map((task) => task.number)).toEqual(
      [...many].reverse().slice(0, 100),
    );
  });

  it("a file holds all of it in the same order, within the same scope", async () => {
    const file = await allTasks(who("street-west"), filter("day=2025-03&order=desc"), now);
    expect(file.map((task) => task.number)).toEqual([...many].reverse());
    expect(await allTasks(who("street-east"), filter("day=2025-03"), now)).toEqual([]);
  });
});

describe("the page of a task", () => {
  it("shows what was resolved, what may be done now and the whole way of the matter", async () => {
    const shown = (await showTask(who("dept-works"), byWorks, now, meetingScope))!;
    expect(shown.acts).toEqual(["acknowledge"]);
    expect(shown.next).toEqual({ step: "acknowledge", who: "lead", until: "2026-12-10" });
    expect(shown.lead.slug).toBe("works");
    expect(shown.assisting.map((unit) => unit.slug)).toEqual(["water"]);
    expect(shown.milestones.map((step) => step.text)).toEqual(["勘察", "完工"]);
    expect(shown.trace).toMatchObject({
      list: { month: "2026-10", street: "east" },
      meeting: { slug: "2026-10", opens: true },
      ordinal: 1,
      lookBacks: [],
      published: null,
    });
    expect(shown.trace.problem?.words).toContain("一下雨就积水");
    expect((await showTask(who("dept-water"), byWorks, now, meetingScope))!.acts).toEqual([]);
  });

  it("tells what happened, the latest first, with who did it, and keeps both due dates", async () => {
    await dayAt(district, "2027-01", "inSession", { date: "2027-01-20" });
    await acknowledgeTask(who("dept-works"), { number: byWorks }, "2026-12-02T02:00:00.000Z");
    const ask = { number: byWorks, text: "雨季", toDate: "2027-02-10" };
    await askExtension(who("dept-works"), ask, "2026-12-03T02:00:00.000Z");
    const decide = { number: byWorks, decision: "granted", text: "同意" } as const;
    await decideExtension(who("office"), decide, "2026-12-04T02:00:00.000Z");
    const said = { slug: "2027-01", number: byWorks, statement: "delayed", text: "等天晴" } as const;
    await stateAtLookBack(who("office"), said, "2027-01-20T02:00:00.000Z");

    const shown = (await showTask(who("office"), byWorks, "2027-01-21T02:00:00.000Z", meetingScope))!;
    expect(shown.history.map((entry) => entry.event)).toEqual([
      "stated",
      "grantExtension",
      "askExtension",
      "acknowledge",
      "dispatch",
    ]);
    expect(shown.history[0]).toMatchObject({
      statement: "delayed",
      meeting: { slug: "2027-01" },
      text: "等天晴",
    });
    expect(shown.history[1]?.by).toEqual({
      title: { zh: "经办人", en: "Officer" },
      unit: { zh: "office单位", en: "office" },
    });
    expect(shown.history[4]?.by).toBeNull();
    expect(shown.task).toMatchObject({
      dueDate: "2027-02-10",
      originalDueDate: "2026-12-10",
      timesCarriedOver: 1,
      escalated: false,
    });
    expect(shown.extensions).toMatchObject([{ state: "granted", reason: "雨季", toDate: "2027-02-10" }]);
    expect(shown.trace.lookBacks).toMatchObject([{ meeting: { slug: "2027-01" }, statement: "delayed" }]);
  });
});

it("the milestones of a page of tasks come by task, in order of their dates", async () => {
  const { tasks } = await browseTasks(who("office"), filter("day=2026-10"), now);
  const marks = await milestonesOf(tasks.map((task) => task.id));
  const works = tasks.find((task) => task.number === byWorks)!;
  expect(marks[works.id]?.map((mark) => mark.due)).toEqual(["2026-11-28", "2026-12-08"]);
});
