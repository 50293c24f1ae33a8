import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { mergeUnits } from "~/closing/mergeUnits.server";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { askOpinions } from "~/meeting/opinion/askOpinions.server";
import { showOpinions } from "~/meeting/opinion/showOpinions.server";
import { saveOpinion, submitOpinion } from "~/meeting/opinion/writeOpinion.server";
import { myWork } from "~/work/myWork.server";
import { currentDatabase } from "~db/current";
import { read } from "~db/read";
import { opinion } from "~db/schema";
import { rowsOf, withDatabase } from "../../builders/database";
import { actorOf, type SmallDistrict, smallDistrict } from "../../builders/district";
import { withLive } from "../../builders/live";
import { mustSucceed } from "../../builders/result";
import { screenedDay, topicsOf } from "../../builders/session";

withDatabase();
withLive();

const slug = "2026-03";
const now = "2026-03-15T02:00:00.000Z";
let district: SmallDistrict;
let topics: string[];
const by = (account: string) => district.actors[account]!;
const of = (topicId: string) =>
  read((db) => db.select().from(opinion).where(eq(opinion.topicId, topicId)).orderBy(opinion.id));

beforeAll(async () => {
  district = await smallDistrict();
  const dayId = await screenedDay(district, slug, [
    { street: "east", title: "路灯不亮", power: "works" },
    { street: "east", title: "河道有味", power: "water" },
    { street: "west", title: "井盖松动", power: "works" },
  ]);
  mustSucceed(await startAgenda(by("office"), { slug }, now));
  topics = (await topicsOf(dayId)).filter(({ kind }) => kind === "topic").map(({ id }) => id);
  const { works, water } = district.units;
  const invitations = [works!, water!].map((unitId) => ({ unitId, invitation: "lead" as const }));
  mustSucceed(await inviteUnits(by("office"), { slug, invitations }, now));
  const ask = async (topicId: string, unitId: string[]) =>
    mustSucceed(await askOpinions(by("office"), { slug, topicId, unitId, dueOn: "2026-03-18" }, now));
  await ask(topics[0]!, [works!]);
  await ask(topics[1]!, [works!, water!]);
  await ask(topics[2]!, [works!]);
  const [submitted] = await of(topics[2]!);
  const words = { slug, opinionId: submitted!.id, position: "agree" as const, terms: "", text: "同意更换" };
  mustSucceed(await submitOpinion(by("dept-works"), { ...words, version: 1 }, now));
  const [begun] = await of(topics[0]!);
  const draft = { slug, opinionId: begun!.id, terms: "", text: "先查线路" };
  mustSucceed(await saveOpinion(by("dept-works"), { ...draft, version: 1 }, now));
  mustSucceed(await mergeUnits(by("office"), { slug: "works", into: "water" }, now));
});

describe("what a unit was asked to write when it was merged into another", () => {
  it("goes on there, with what is written by now, as work of those who came over", async () => {
    const [begun] = await of(topics[0]!);
    const clerk = await actorOf("dept-works");
    const work = (await myWork(clerk, now)).flatMap(({ items }) => items.map(({ key }) => key));
    expect(work).toContain(`opinion-${begun!.id}`);
    expect(begun).toMatchObject({ unitId: district.units.water, text: "先查线路" });
    const words = { slug, opinionId: begun!.id, position: "agree" as const, terms: "", text: "先查线路" };
    mustSucceed(await submitOpinion(clerk, { ...words, version: begun!.version }, now));
  });

  it("is written once where both were asked, and what was submitted keeps the name of who did", async () => {
    const page = mustSucceed(await showOpinions(by("office"), slug, now));
    const asked = (id: string) => page.topics.find((one) => one.id === id)!.opinions;
    expect(asked(topics[1]!).map(({ unitId, voice }) => [unitId, voice])).toEqual([
      [district.units.water, "silent"],
    ]);
    expect(asked(topics[2]!).map(({ unitId, voice }) => [unitId, voice])).toEqual([
      [district.units.works, "agree"],
    ]);
  });
});

// Whose parent a unit is, moves too, though the database does not know it for a reference. What stays is done, or lasts no
// longer than a press of a button.
const stays = [
  ...["import_upload.street_id", "resolution.lead_unit_id", "resolution_assisting_unit.unit_id"],
  // What a unit said at a meeting, it said.
  "reservation.unit_id",
  // Each street has arranged its own communities.
  "street_sketch.street_id",
];
const goesOver = [
  ...["attendance.unit_id", "community_proposal.community_id", "community_proposal.street_id"],
  ...[
    "duty_assisting_unit.unit_id",
    "duty_item.unit_id",
    "joining_street.street_id",
    "late_request.street_id",
  ],
  ...["meeting.host_unit_id", "meeting.organiser_unit_id", "opinion.unit_id", "post.unit_id"],
  ...["problem.community_id", "problem.power_unit_id", "problem.sees_unit_id", "problem.street_id"],
  ...["problem_concerned_unit.unit_id", "problem_list.street_id", "resident_answer.unit_id"],
  "resource_offer.unit_id",
  ...["task.lead_unit_id", "task.overseer_unit_id", "task.street_id", "unit.merged_into"],
];

it("knows of every place that names a unit whether it goes over", () => {
  const found = rowsOf(
    currentDatabase(),
    `select t.name || '.' || f."from" as place from sqlite_master t, pragma_foreign_key_list(t.name) f
     where t.type = 'table' and f."table" = 'unit' order by place`,
  );
  expect(found.map(({ place }) => place)).toEqual([...goesOver, ...stays].toSorted());
});
