import { createHash } from "node:crypto";
import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { fileKinds } from "~/attachment/kinds.server";
import { addFiles } from "~/file/addFiles.server";
import { removeFile } from "~/file/tendFile.server";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { archiveStream, mostMegabytes } from "~/meeting/archive/archiveStream.server";
import { meetingArchive } from "~/meeting/archive/meetingArchive.server";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { askOpinions } from "~/meeting/opinion/askOpinions.server";
import { saveOpinion, submitOpinion } from "~/meeting/opinion/writeOpinion.server";
import { setBrief } from "~/meeting/research/setGroup.server";
import { addEntry } from "~/meeting/research/writeEntry.server";
import { addVisit } from "~/meeting/research/writeVisit.server";
import { fileStore } from "~db/files";
import { read } from "~db/read";
import { opinion } from "~db/schema";
import { issuedDay, minutesOf } from "../../../builders/amendment";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { pdf } from "../../../builders/files";
import { withLive } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { openDay, screenedDay, topicsOf } from "../../../builders/session";
import { unzip, unzipped, wordsOfDocument } from "../../../builders/zip";

withDatabase();
withLive();

let district: SmallDistrict;
const month = "2026-03";
const now = "2026-03-20T04:00:00.000Z";
const words = createTranslate("zh-CN", texts["zh-CN"]);
const as = (account: string) => district.actors[account]!;
const asked = (account: string, slug = month) => meetingArchive({ actor: as(account), slug, now, words });
const paper = Buffer.from(pdf("方案".repeat(40)));

beforeAll(async () => {
  district = await smallDistrict();
  const dayId = await openDay(district, month, [{ street: "east", title: "路灯/不亮", power: "works" }]);
  const topic = (await topicsOf(dayId)).find(({ kind }) => kind === "topic")!;
  const on = { kind: "topic", subjectId: topic.id };
  const files = ["说明.pdf", "说明.pdf", "作废.pdf"].map((name) => ({ name, bytes: new Uint8Array(paper) }));
  const { ids } = mustSucceed(await addFiles(fileKinds, as("office"), { ...on, files }, now));
  const gone = { ...on, fileId: ids[2]!, reason: "传错了" };
  mustSucceed(await removeFile(fileKinds, as("office"), gone, now));
});

/** A day whose agenda is drawn up, with an opinion submitted, one being written, and a visit. */
async function preparedDay(slug: string): Promise<void> {
  const at = `${slug}-10T02:00:00.000Z`;
  const dayId = await screenedDay(district, slug, [
    { street: "east", title: "灯杆老化", state: "admitted", power: "works" },
  ]);
  const office = as("office");
  mustSucceed(await startAgenda(office, { slug }, at));
  const topic = (await topicsOf(dayId)).find(({ kind }) => kind === "topic")!;
  const topicId = topic.id;
  const unitId = [district.units.works!, district.units.water!];
  const invitations = unitId.map((one) => ({ unitId: one, invitation: "lead" as const }));
  mustSucceed(await inviteUnits(office, { slug, invitations }, at));
  mustSucceed(await askOpinions(office, { slug, topicId, unitId, dueOn: `${slug}-14` }, at));
  const asked = await read((db) => db.select().from(opinion).where(eq(opinion.meetingId, dayId)));
  for (const [account, unit] of [
    ["dept-works", "works"],
    ["dept-water", "water"],
  ] as const) {
    const { id } = asked.find((one) => one.unitId === district.units[unit])!;
    const name = unit === "works" ? "复函.pdf" : "water.pdf";
    const files = [{ name, bytes: new Uint8Array(paper) }];
    mustSucceed(await addFiles(fileKinds, as(account), { kind: "opinion", subjectId: id, files }, at));
    const written = { slug, opinionId: id, position: "agreeIf" as const, terms: "先落实经费", version: 1 };
    if (unit === "works")
      mustSucceed(await submitOpinion(as(account), { ...written, text: "分两期实施" }, at));
    else mustSucceed(await saveOpinion(as(account), { ...written, text: "草稿不给别人看" }, at));
  }
  mustSucceed(await setBrief(office, { slug, brief: "查清灯杆归谁", version: 0 }, at));
  const visit = { slug, kind: "visit", title: "实地看灯", date: `${slug}-09`, people: "" };
  const visitId = mustSucceed(await addVisit(office, { ...visit, problemId: [], topicId: [] }, at));
  mustSucceed(await addEntry(office, { slug, visitId, text: "三盏灯不亮" }, at));
  const files = [{ name: "现场.pdf", bytes: new Uint8Array(paper) }];
  mustSucceed(await addFiles(fileKinds, office, { kind: "visit", subjectId: visitId, files }, at));
}

describe("the whole file of a meeting", () => {
  it("holds what there is by now, under Chinese names, and nothing that was removed", async () => {
    const { name, stream } = mustSucceed(await asked("office"));
    const files = unzip(await buffer(stream));
    expect(name).toBe("2026年3月会商日整卷.zip");
    expect([...files.keys()]).toEqual([
      "清单.json",
      "2026年3月会商日会议方案.docx",
      "关于召开2026年3月基层会商日会议的通知.docx",
      "议程.xlsx",
      "点名册.xlsx",
      "会议记录.docx",
      "会议记录.json",
      "会议材料/2 路灯 不亮/说明.pdf",
      "会议材料/2 路灯 不亮/说明 (2).pdf",
    ]);
    expect(files.get("会议材料/2 路灯 不亮/说明.pdf")).toBe(paper.toString("utf8"));
  });

  it("holds the opinions and the research with what is attached to them, as its reader may see them", async () => {
    const slug = "2026-04";
    await preparedDay(slug);
    const files = unzipped(await buffer(mustSucceed(await asked("leader", slug)).stream));
    const names = [...files.keys()];
    expect(names).toContain("书面意见/灯杆老化/works单位/复函.pdf");
    expect(names).toContain("会前调研/1 实地看灯/现场.pdf");
    // What is not submitted yet is its own unit's.
    expect(names.filter((name) => name.includes("water"))).toEqual([]);
    const opinions = wordsOfDocument(files.get("书面意见.docx")!);
    for (const said of [
      "灯杆老化",
      "works单位：有条件同意",
      "条件：先落实经费",
      "分两期实施",
      "water单位：未回复",
    ])
      expect(opinions).toContain(said);
    expect(opinions).not.toContain("草稿不给别人看");
    const research = wordsOfDocument(files.get("会前调研.docx")!);
    for (const said of ["查清灯杆归谁", "实地看灯", "三盏灯不亮"]) expect(research).toContain(said);
  });

  it("begins with a list in which each file has the SHA-256 and length of what was packed", async () => {
    const bytes = unzip(await buffer(mustSucceed(await asked("leader")).stream));
    const list = JSON.parse(bytes.get("清单.json")!) as {
      files: { name: string; sha256: string; bytes: number }[];
    };
    expect(list.files.map((one) => one.name)).toEqual([...bytes.keys()].slice(1));
    const record = list.files.find((one) => one.name === "会议记录.json")!;
    const sha256 = createHash("sha256").update(bytes.get("会议记录.json")!).digest("hex");
    expect(record.sha256).toBe(sha256);
    const attached = list.files.find((one) => one.name.endsWith("说明.pdf"))!;
    expect(attached).toMatchObject({
      sha256: createHash("sha256").update(paper).digest("hex"),
      bytes: paper.length,
    });
  });

  it("has the minutes as they were issued, by their own hash, and the tasks", async () => {
    const { dayId } = await issuedDay(district, "2026-02");
    const files = unzip(await buffer(mustSucceed(await asked("office", "2026-02")).stream));
    const [issued] = await minutesOf(dayId);
    const json = files.get("会议纪要.json")!;
    expect(createHash("sha256").update(json).digest("hex")).toBe(issued!.sha256);
    expect(files.get("会议纪要.sha256")).toBe(`${issued!.sha256}  会议纪要.json\n`);
    expect([...files.keys()]).toContain("任务.xlsx");
    expect([...files.keys()].filter((name) => /纪要.*\.docx$/.test(name))).toHaveLength(1);
  });

  it("is for those who hold the meeting and for leaders", async () => {
    for (const [account, code] of Object.entries({
      "street-east": "notAllowed",
      "dept-works": "notAllowed",
      admin: "notFound",
    }))
      expect(await asked(account)).toMatchObject({ refusal: { code } });
  });

  it("is refused where it would be too large", () => {
    const stored = "0".repeat(64);
    const parts = [{ name: "a.pdf", content: { stored, bytes: (mostMegabytes + 1) * 1024 * 1024 } }];
    expect(archiveStream(parts, () => ({ name: "清单.json", content: new Uint8Array() }), now)).toMatchObject(
      {
        refusal: { code: "archiveTooLarge" },
      },
    );
  });
});

describe("a file of the disk in it", () => {
  const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const packed = (stored: string, bytes: number): Readable => {
    const parts = [{ name: "a.pdf", content: { stored, bytes } }];
    return mustSucceed(archiveStream(parts, () => ({ name: "清单.json", content: new Uint8Array() }), now));
  };

  it("breaks it off where it cannot be read, and ends nothing else", async () => {
    await expect(buffer(packed("0".repeat(64), 10))).rejects.toThrow("ENOENT");
  });

  const opened = "/proc/self/fd";
  it.runIf(existsSync(opened))("is closed when whoever takes the archive goes away", async () => {
    const bytes = new Uint8Array(4 * 1024 * 1024).fill(7);
    const sha256 = sha256Of(bytes);
    await fileStore().put(sha256, bytes);
    const path = fileStore().path(sha256);
    const isOpen = () =>
      readdirSync(opened).some((one) => {
        try {
          return readlinkSync(join(opened, one)) === path;
        } catch {
          return false;
        }
      });
    const stream = packed(sha256, bytes.length);
    stream.once("readable", () => stream.read());
    await vi.waitUntil(isOpen);
    stream.destroy();
    await vi.waitUntil(() => !isOpen());
  });
});
