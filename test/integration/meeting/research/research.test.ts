import { beforeAll, describe, expect, it } from "vitest";
import { addToAgenda } from "~/meeting/agenda/addToAgenda.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { removeMember, setBrief, setMember } from "~/meeting/research/setGroup.server";
import { showResearch } from "~/meeting/research/showResearch.server";
import { showVisit } from "~/meeting/research/showVisit.server";
import { visitsToProblem } from "~/meeting/research/visitsOf.server";
import { addEntry, editEntry } from "~/meeting/research/writeEntry.server";
import { addVisit, editVisit } from "~/meeting/research/writeVisit.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { problem } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { unnamedFields } from "../../../builders/ledgerFields";
import { withLive } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { screenedDay } from "../../../builders/session";

withDatabase();
withLive();

const slug = "2026-03";
const now = "2026-03-13T02:00:00.000Z";
let district: SmallDistrict;
let problems: { id: string; title: string }[];
let visitId: string;
const as = (account: string) => district.actors[account]!;
const member = (account: string) => ({ slug, postId: as(account).postId });

beforeAll(async () => {
  district = await smallDistrict();
  await screenedDay(district, slug, [
    { street: "east", title: "路灯不亮", state: "admitted", power: "works" },
    { street: "east", title: "井盖松动", state: "admitted", power: "works" },
  ]);
  problems = await read((db) => db.select({ id: problem.id, title: problem.title }).from(problem));
});

const words = (more: object = {}) => ({
  ...{ slug, kind: "visit", title: "东街现场", date: "2026-03-13", people: "" },
  ...{ problemId: problems.map(({ id }) => id), topicId: [], ...more },
});
const see = async (account: string) => showVisit(as(account), { slug, visitId }, now);

describe("the research group", () => {
  it("is put together by who holds the meeting, and has it on its work", async () => {
    expect(await setMember(as("dept-works"), member("dept-works"), now)).toMatchObject({
      refusal: { code: "notFound" },
    });
    mustSucceed(await setMember(as("office"), { ...member("dept-works"), leads: "yes" }, now));
    mustSucceed(await setMember(as("office"), member("street-east"), now));
    const page = mustSucceed(await showResearch(as("dept-works"), slug, now));
    expect(page.members.map(({ id, leads }) => [id, leads])).toEqual([
      [as("dept-works").postId, true],
      [as("street-east").postId, false],
    ]);
    const work = (await myWork(as("dept-works"), now)).flatMap(({ items }) => items);
    expect(work.map(({ key }) => key)).toContain(`research-${slug}`);
  });

  it("has a brief that nobody overwrites unseen", async () => {
    mustSucceed(await setBrief(as("office"), { slug, brief: "查清权属", version: 0 }, now));
    expect(await setBrief(as("leader"), { slug, brief: "另查", version: 0 }, now)).toMatchObject({
      refusal: { code: "changedMeanwhile", touched: { brief: { by: as("office").name } } },
    });
    expect(await setBrief(as("dept-works"), { slug, brief: "", version: 1 }, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
  });
});

describe("a visit", () => {
  it("is put down by the group, of a kind that the rules offer, for problems of the lists", async () => {
    expect(await addVisit(as("street-east"), words({ kind: "stroll" }), now)).toMatchObject({
      refusal: { code: "invalid", field: "kind" },
    });
    expect(await addVisit(as("street-east"), words({ problemId: ["other"] }), now)).toMatchObject({
      refusal: { code: "invalid", field: "problemId" },
    });
    visitId = mustSucceed(await addVisit(as("street-east"), words(), now));
  });

  it("is the group's own until there is an agenda, then of everybody who sees it", async () => {
    expect((await see("dept-works")).ok).toBe(true);
    expect(await see("dept-water")).toMatchObject({ refusal: { code: "notFound" } });
    expect(await visitsToProblem(as("street-west"), problems[0]!.id)).toEqual([]);
    mustSucceed(await startAgenda(as("office"), { slug }, now));
    expect((await see("dept-water")).ok).toBe(true);
    const { lines } = mustSucceed(await showAgenda(as("dept-water"), slug, now));
    expect(lines.map(({ visits }) => visits.map(({ title }) => title))).toEqual([
      ...[[], ["东街现场"], ["东街现场"]],
    ]);
    expect((await visitsToProblem(as("office"), problems[0]!.id)).map(({ id }) => id)).toEqual([visitId]);
  });

  it("keeps every note of two people who had no network, in the order they were written", async () => {
    const note = (account: string, text: string, writtenAt: string) =>
      addEntry(as(account), { slug, visitId, text, writtenAt }, now);
    mustSucceed(await note("street-east", "灯杆倾斜", "2026-03-13T01:20:00.000Z"));
    mustSucceed(await note("dept-works", "电缆裸露", "2026-03-13T01:10:00.000Z"));
    expect(await note("dept-water", "不是成员", now)).toMatchObject({ refusal: { code: "notAllowed" } });
    const { entries } = mustSucceed(await see("office"));
    expect(entries.map(({ text, person }) => [text, person])).toEqual([
      ["电缆裸露", as("dept-works").name],
      ["灯杆倾斜", as("street-east").name],
    ]);
    const edit = (account: string, text: string) =>
      editEntry(as(account), { slug, visitId, entryId: entries[0]!.id, text, version: 1 }, now);
    mustSucceed(await edit("dept-works", "电缆裸露，已围挡"));
    expect(await edit("street-east", "电缆已包扎")).toMatchObject({
      refusal: { code: "changedMeanwhile", touched: { text: { by: as("dept-works").name } } },
    });
  });

  it("can be about something else, and no longer by whom was taken out of the group", async () => {
    const one = { ...words({ problemId: [problems[1]!.id] }), visitId, version: 1 };
    mustSucceed(await editVisit(as("street-east"), one, now));
    expect(mustSucceed(await see("street-east")).problems.map(({ id }) => id)).toEqual([problems[1]!.id]);
    expect(await editVisit(as("office"), one, now)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    mustSucceed(await removeMember(as("office"), member("street-east"), now));
    expect(await editVisit(as("street-east"), { ...one, version: 2 }, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await unnamedFields()).toEqual([]);
  });
});

it("offers for no visit a topic whose content is not in this system", async () => {
  const add = async (title: string, more: { elsewhere?: "yes" } = {}) =>
    mustSucceed(await addToAgenda(as("office"), { slug, kind: "topic", title, ...more }, now)).id;
  const open = await add("东街停车");
  const sealed = await add("书面材料一", { elsewhere: "yes" });
  const { choices } = mustSucceed(await showResearch(as("street-east"), slug, now));
  const ids = choices.topics.map(({ id }) => id);
  expect(ids).toContain(open);
  expect(ids).not.toContain(sealed);
});
