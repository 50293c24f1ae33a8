import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { fileKinds } from "~/attachment/kinds.server";
import { addFiles } from "~/file/addFiles.server";
import { addToAgenda } from "~/meeting/agenda/addToAgenda.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { askOpinions } from "~/meeting/opinion/askOpinions.server";
import { showOpinion } from "~/meeting/opinion/showOpinion.server";
import { showOpinions } from "~/meeting/opinion/showOpinions.server";
import { takeBackOpinion } from "~/meeting/opinion/takeBackOpinion.server";
import { saveOpinion, submitOpinion, type Written } from "~/meeting/opinion/writeOpinion.server";
import { roomPage } from "~/meeting/room/roomPage.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { meeting, opinion, opinionVersion } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { pdf } from "../../../builders/files";
import { unnamedFields } from "../../../builders/ledgerFields";
import { withLive } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { screenedDay, topicsOf } from "../../../builders/session";

withDatabase();
withLive();

const slug = "2026-03";
const now = "2026-03-15T02:00:00.000Z";
const late = "2026-03-19T02:00:00.000Z";
let district: SmallDistrict;
let topicId: string;
const as = (account: string) => district.actors[account]!;
const mine = { terms: "", text: "建议分两期实施", version: 1 };

beforeAll(async () => {
  district = await smallDistrict();
  const dayId = await screenedDay(district, slug, [
    { street: "east", title: "路灯不亮", state: "admitted", power: "works" },
  ]);
  mustSucceed(await startAgenda(as("office"), { slug }, now));
  topicId = (await topicsOf(dayId)).find(({ kind }) => kind === "topic")!.id;
  const { works, water } = district.units;
  const invitations = [
    { unitId: works!, invitation: "lead" as const },
    { unitId: water!, invitation: "writtenOpinion" as const },
  ];
  mustSucceed(await inviteUnits(as("office"), { slug, invitations }, now));
});

const ask = (account: string, more: Partial<Parameters<typeof askOpinions>[1]> = {}) =>
  askOpinions(
    as(account),
    { slug, topicId, unitId: [district.units.water!, district.units.works!], dueOn: "2026-03-18", ...more },
    now,
  );
const idOf = async (unit: string) =>
  (
    await read((db) =>
      db.select({ id: opinion.id }).from(opinion).where(eq(opinion.unitId, district.units[unit]!)),
    )
  )[0]!.id;
const ofWater = async () => ({ slug, opinionId: await idOf("water") });
const submit = async (account: string, words: Partial<Written>, at = now) =>
  submitOpinion(as(account), { ...mine, ...(await ofWater()), ...words }, at);
const attachTo = async (account: string, opinionId: string) =>
  addFiles(
    fileKinds,
    as(account),
    { kind: "opinion", subjectId: opinionId, files: [{ name: "复函.pdf", bytes: new Uint8Array(pdf()) }] },
    now,
  );
const agendaLine = async (account: string) =>
  mustSucceed(await showAgenda(as(account), slug, now)).lines.find(({ id }) => id === topicId)!;
const said = async (account: string) =>
  (await agendaLine(account)).opinions.map(({ voice, text }) => `${voice} ${text}`.trim());

describe("written opinions", () => {
  it("are asked for by who holds the meeting, of units that are called, until a day before it", async () => {
    expect(await ask("dept-works")).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await ask("office", { dueOn: "2026-03-14" })).toMatchObject({ refusal: { code: "opinionDate" } });
    const unitId = [district.units.west!];
    expect(await ask("office", { unitId })).toMatchObject({ refusal: { code: "unitNotCalled" } });
    const page = mustSucceed(await showOpinions(as("office"), slug, now));
    expect(page.units.filter(({ proposed }) => proposed).map(({ id }) => id)).toEqual([district.units.water]);
    expect(mustSucceed(await ask("office"))).toBe(2);
    expect(await said("street-east")).toEqual(["silent", "silent"]);
  });

  it("are not asked for about a topic whose content is not in this system", async () => {
    const asked = { slug, kind: "topic" as const, title: "书面材料一", elsewhere: "yes" as const };
    const { id } = mustSucceed(await addToAgenda(as("office"), asked, now));
    expect(await ask("office", { topicId: id })).toMatchObject({ refusal: { code: "notFound" } });
    const page = mustSucceed(await showOpinions(as("office"), slug, now));
    expect(page.topics.filter(({ elsewhere }) => elsewhere).map((one) => one.id)).toEqual([id]);
  });

  it("are work of the unit with their date, and overdue afterwards", async () => {
    const groupOf = async (account: string, at: string) =>
      (await myWork(as(account), at)).find(({ items }) => items.some(({ key }) => key.startsWith("opinion-")))
        ?.group;
    expect(await groupOf("dept-water", now)).toBe("week");
    expect(await groupOf("dept-water", late)).toBe("overdue");
    expect(await groupOf("street-east", now)).toBeUndefined();
  });

  it("are read by their own unit alone until they are submitted", async () => {
    mustSucceed(await attachTo("dept-water", await idOf("water")));
    mustSucceed(
      await saveOpinion(as("dept-water"), { ...mine, ...(await ofWater()), position: "agree" }, now),
    );
    const see = async (account: string) => showOpinion(as(account), await ofWater(), now);
    expect(mustSucceed(await see("dept-water")).draft).toMatchObject({ position: "agree", text: mine.text });
    for (const account of ["office", "leader", "street-east", "dept-works"])
      expect([account, await see(account)]).toMatchObject([account, { refusal: { code: "notFound" } }]);
    expect(await said("office")).toEqual(["silent", "silent"]);
    expect((await agendaLine("office")).opinions.map(({ files }) => files)).toEqual([0, 0]);
    expect(await submit("dept-works", { version: 2 })).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("are not submitted without a position, nor without the conditions they are tied to", async () => {
    expect(await submit("dept-water", { version: 2 })).toMatchObject({
      refusal: { code: "opinionWithoutPosition", field: "position" },
    });
    expect(await submit("dept-water", { version: 2, position: "disagree" })).toMatchObject({
      refusal: { code: "opinionWithoutTerms", field: "terms" },
    });
    expect(await submit("dept-water", { version: 1, position: "agree" })).toMatchObject({
      refusal: { code: "changedMeanwhile", touched: { text: { by: as("dept-water").name } } },
    });
  });

  it("are read by everybody once submitted, on the agenda, in the room and on their page", async () => {
    mustSucceed(await submit("dept-water", { version: 2, position: "agreeIf", terms: "资金落实" }));
    expect((await said("street-east"))[0]).toBe(`agreeIf ${mine.text}`);
    const room = mustSucceed(await roomPage(as("dept-works"), slug, now));
    expect(room.opinions.map(({ voice, terms, files }) => [voice, terms, files])).toEqual([
      ["agreeIf", "资金落实", 1],
      ["silent", "", 0],
    ]);
    const page = mustSucceed(await showOpinion(as("dept-works"), await ofWater(), now));
    expect(page.draft).toBeNull();
    expect(page.submitted[0]).toMatchObject({ person: as("dept-water").name, at: now });
    const work = (await myWork(as("dept-water"), now)).flatMap(({ items }) => items);
    expect(work.filter(({ key }) => key.startsWith("opinion-"))).toEqual([]);
  });

  it("can be changed and submitted again; each that was submitted is kept, and the first says whether it was late", async () => {
    mustSucceed(
      await saveOpinion(
        as("dept-water"),
        { ...mine, ...(await ofWater()), text: "改了主意", version: 3 },
        now,
      ),
    );
    expect((await said("office"))[0]).toBe(`agreeIf ${mine.text}`);
    mustSucceed(await submit("dept-water", { version: 4, position: "disagree", terms: "管线未迁" }, late));
    const page = mustSucceed(await showOpinion(as("office"), await ofWater(), late));
    expect(page.submitted.map(({ position, at }) => [position, at])).toEqual([
      ["disagree", late],
      ["agreeIf", now],
    ]);
    expect(page.late).toBe(false);
    const change = transact((tx) => tx.update(opinionVersion).set({ text: "别的" }));
    await expect(change).rejects.toThrow(/stays as it was/);
  });

  it("are taken back only while nothing was submitted", async () => {
    const takeBack = async (unit: string) =>
      takeBackOpinion(as("office"), { slug, opinionId: await idOf(unit) }, now);
    expect(await takeBack("water")).toMatchObject({ refusal: { code: "opinionSubmitted" } });
    mustSucceed(await takeBack("works"));
    expect(await said("office")).toHaveLength(1);
    expect((await ask("office")).ok).toBe(true);
    expect(await said("office")).toHaveLength(2);
  });

  it("stay as they are once the session has opened", async () => {
    await transact((tx) => tx.update(meeting).set({ stage: "inSession" }).where(eq(meeting.slug, slug)));
    expect(await submit("dept-water", { version: 5, position: "agree" })).toMatchObject({
      refusal: { code: "wrongStage" },
    });
    expect(mustSucceed(await showOpinion(as("dept-water"), await ofWater(), late)).draft).toBeNull();
    expect(await unnamedFields()).toEqual([]);
  });
});
