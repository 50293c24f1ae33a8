import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { fileKinds } from "~/attachment/kinds.server";
import { addFiles } from "~/file/addFiles.server";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { topicMaterials } from "~/meeting/materials/topicMaterials.server";
import { askOpinions } from "~/meeting/opinion/askOpinions.server";
import { submitOpinion } from "~/meeting/opinion/writeOpinion.server";
import { read } from "~db/read";
import { opinion, topic } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { pdf } from "../../../builders/files";
import { withLive } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { screenedDay, topicsOf } from "../../../builders/session";

withDatabase();
withLive();

const slug = "2026-03";
const now = "2026-03-15T02:00:00.000Z";
let district: SmallDistrict;
let topicId: string;
const as = (account: string) => district.actors[account]!;
const materials = (account: string, id: string | null = topicId) =>
  topicMaterials(as(account), { slug, topicId: id }, now);

beforeAll(async () => {
  district = await smallDistrict();
  const dayId = await screenedDay(district, slug, [
    { street: "east", title: "路灯不亮", state: "admitted", power: "works" },
  ]);
  mustSucceed(await startAgenda(as("office"), { slug }, now));
  topicId = (await topicsOf(dayId)).find(({ kind }) => kind === "topic")!.id;
  const invitations = [{ unitId: district.units.works!, invitation: "lead" as const }];
  mustSucceed(await inviteUnits(as("office"), { slug, invitations }, now));
});

describe("the materials of a topic", () => {
  it("hold the words of the matter, its papers and what units wrote, to be read only", async () => {
    const files = [{ name: "方案.pdf", bytes: new Uint8Array(pdf()) }];
    mustSucceed(await addFiles(fileKinds, as("office"), { kind: "topic", subjectId: topicId, files }, now));
    const asked = { slug, topicId, unitId: [district.units.works!], dueOn: "2026-03-18" };
    mustSucceed(await askOpinions(as("office"), asked, now));
    const silent = mustSucceed(await materials("office"));
    expect(silent.opinions.map(({ voice, text }) => [voice, text])).toEqual([["silent", ""]]);
    const [row] = await read((db) => db.select().from(opinion).where(eq(opinion.topicId, topicId)));
    const written = {
      slug,
      opinionId: row!.id,
      position: "agree" as const,
      terms: "",
      text: "建议分两期",
      version: 1,
    };
    mustSucceed(await submitOpinion(as("dept-works"), written, now));
    const all = mustSucceed(await materials("street-east"));
    expect(all.matter?.number).toMatch(/-2026-/);
    expect(all.papers?.files.map(({ name, tends }) => [name, tends])).toEqual([["方案.pdf", false]]);
    expect(all.opinions.map(({ voice, text }) => [voice, text])).toEqual([["agree", "建议分两期"]]);
    expect(all.earlier).toEqual([]);
  });

  it("are those of the first topic where none is named", async () => {
    expect(mustSucceed(await materials("office", null)).topicId).toBe(topicId);
  });

  it("leave out the matter for whom it is not there", async () => {
    // The agenda is not published: another department reads the room, and knows nothing of the problem.
    const found = mustSucceed(await materials("dept-water"));
    expect(found.matter).toBeNull();
    expect(found.earlier).toEqual([]);
  });

  it("are not there for the administrator, for another meeting's topic, and where the content lies elsewhere", async () => {
    expect(await materials("admin")).toMatchObject({ ok: false, refusal: { code: "notFound" } });
    expect(await materials("office", "other")).toMatchObject({ ok: false, refusal: { code: "notFound" } });
    await transact((db) => db.update(topic).set({ contentElsewhere: true }).where(eq(topic.id, topicId)));
    expect(await materials("office")).toMatchObject({ ok: false, refusal: { code: "notFound" } });
    await transact((db) => db.update(topic).set({ contentElsewhere: false }).where(eq(topic.id, topicId)));
  });
});
