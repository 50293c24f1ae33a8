import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { fileKinds } from "~/attachment/kinds.server";
import { addFiles } from "~/file/addFiles.server";
import { fileAnswer } from "~/file/fileAnswer.server";
import { fileLimits } from "~/file/fileLimits";
import { findServedFile } from "~/file/readFile.server";
import { showFiles } from "~/file/showFiles.server";
import { sweepFiles } from "~/file/sweepFiles.server";
import { captionFile, moveFile, removeFile } from "~/file/tendFile.server";
import { findFileFaults, wantedBytes } from "~/file/verifyFiles.server";
import { once } from "~/ledger/submission.server";
import { addToAgenda } from "~/meeting/agenda/addToAgenda.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { partRightsOf } from "~/meeting/conduct/writingState.server";
import { currentDatabase } from "~db/current";
import { fileStore } from "~db/files";
import { NotStored } from "~db/notStored";
import { read } from "~db/read";
import { file, ledgerEntry, meeting, milestone, problem, task } from "~db/schema";
import type { SqliteDatabase } from "~db/sqlite/sqliteDatabase";
import { transact } from "~db/transact";
import { runStatement } from "../../builders/database";
import { docx, pdf, photo } from "../../builders/files";
import { fillDisk } from "../../builders/fullDisk";
import { spokenFields, unnamedFields } from "../../builders/ledgerFields";
import { mustSucceed } from "../../builders/result";
import { worldOfFile } from "../../builders/servedWorld";
import { type Knocker, knockers } from "../../builders/world";

const world = await worldOfFile();
const now = new Date().toISOString();
const who = (account: Knocker) => world.district.actors[account]!;
const people = knockers.filter((knocker) => knocker !== "visitor");
const draft = world.draft.problemNumber;

const add = (account: Knocker, on: { kind: string; subjectId: string }, files = [sent("现场.pdf", pdf())]) =>
  addFiles(fileKinds, who(account), { ...on, files }, now);
const show = (account: Knocker, on: { kind: string; subjectId: string }) =>
  showFiles(fileKinds, who(account), on, now);
const served = (account: Knocker, fileId: string, form: "content" | "thumbnail" = "content") =>
  findServedFile(fileKinds, who(account), { fileId, form }, now);
function sent(name: string, bytes: Buffer) {
  return { name, bytes: new Uint8Array(bytes) };
}

const idOf = {
  problem: () => read((db) => db.select({ id: problem.id }).from(problem).where(eq(problem.number, draft))),
  task: () => read((db) => db.select({ id: task.id }).from(task).where(eq(task.number, world.taskNumber))),
  meeting: (slug: string) =>
    read((db) => db.select({ id: meeting.id }).from(meeting).where(eq(meeting.slug, slug))),
};
const on = async (kind: string) => ({ kind, subjectId: await subjectOf(kind) });
async function subjectOf(kind: string): Promise<string> {
  if (kind === "topic") return world.weekly.topicId;
  if (kind === "opinion") return world.weekly.opinionId;
  if (kind === "visit") return world.weekly.visitId;
  if (kind === "minutes") return (await idOf.meeting(world.weekly.slug))[0]!.id;
  if (kind === "problem") return (await idOf.problem())[0]!.id;
  const [{ id }] = (await idOf.task()) as [{ id: string }];
  if (kind !== "milestone") return id;
  const row = { id: "a milestone", taskId: id, text: "完成招标", due: now.slice(0, 10) };
  await transact((tx) => tx.insert(milestone).values(row).onConflictDoNothing());
  return row.id;
}

const atTask = ["office", "leader", "street-east", "community-east", "dept-works"] satisfies Knocker[];
const atWeekly = ["street-east", "dept-works"] satisfies Knocker[];
/** Who sees the files on each kind of thing, and who adds to them. */
const kinds: Record<string, { seenBy: Knocker[]; addedBy: Knocker[] }> = {
  problem: { seenBy: ["street-east"], addedBy: ["street-east"] },
  topic: { seenBy: atWeekly, addedBy: ["street-east"] },
  opinion: { seenBy: ["dept-works"], addedBy: ["dept-works"] },
  visit: { seenBy: atWeekly, addedBy: ["street-east", "dept-works"] },
  minutes: { seenBy: atWeekly, addedBy: ["street-east"] },
  taskProgress: { seenBy: atTask, addedBy: ["dept-works"] },
  taskHandled: { seenBy: atTask, addedBy: ["dept-works"] },
  milestone: { seenBy: atTask, addedBy: ["dept-works"] },
  taskVerification: { seenBy: atTask, addedBy: ["street-east"] },
};

describe("the files on a thing", () => {
  it("has a row here for every kind", () => {
    expect(Object.keys(kinds).sort()).toEqual([...fileKinds.keys()].sort());
  });

  it.each(Object.entries(kinds))(
    "are seen by who sees it, and by nobody else: %s",
    (kind, { seenBy, addedBy }) =>
      world.fresh(async () => {
        if (kind === "taskVerification")
          await transact((tx) =>
            tx.update(task).set({ state: "handled" }).where(eq(task.number, world.taskNumber)),
          );
        const thing = await on(kind);
        const { ids } = mustSucceed(await add(addedBy[0]!, thing));
        const elsewhere = mustSucceed(await add("street-east", await on("problem"))).ids[0]!;
        for (const account of people) {
          const sees = seenBy.includes(account);
          const shown = (await show(account, thing))?.shown.files.some(({ id }) => id === ids[0]) ?? false;
          expect([account, shown]).toEqual([account, sees]);
          expect([account, (await served(account, ids[0]!)) !== null]).toEqual([account, sees]);
          const again = await add(account, thing);
          const answer = again.ok ? "added" : again.refusal.code;
          const expected = addedBy.includes(account) ? "added" : sees ? "notAllowed" : "notFound";
          expect([account, answer]).toEqual([account, expected]);
          // By way of another thing a file is not there, whoever may tend that one.
          const other = { ...thing, fileId: elsewhere, version: 1, caption: "x" };
          if (kind !== "problem")
            expect(await captionFile(fileKinds, who(account), other, now)).toMatchObject({
              refusal: { code: "notFound" },
            });
        }
        expect([await unnamedFields(), await spokenFields()]).toEqual([[], []]);
      }),
  );

  it("are not there for a kind that there is none of, or for a thing that is of another kind", () =>
    world.fresh(async () => {
      const subjectId = await subjectOf("problem");
      for (const kind of ["constructor", "task", "minutes", ""])
        expect(await show("street-east", { kind, subjectId })).toBeNull();
    }));
});

describe("a photo", () => {
  it("is kept upright, in two sizes, and says nothing of where and by whom it was taken", () =>
    world.fresh(async () => {
      const taken = await photo(3_000, 1_000);
      expect(taken.includes("fieldfare")).toBe(true);
      const thing = await on("problem");
      const [id] = mustSucceed(await add("street-east", thing, [sent("IMG_1.JPG", taken)])).ids;
      for (const [form, width, height] of [
        ["content", 683, 2048],
        ["thumbnail", 106, 320],
      ] as const) {
        const bytes = await (await served("street-east", id!, form))!.bytes();
        const { exif, xmp, iptc, orientation, ...found } = await sharp(bytes).metadata();
        expect([found.format, found.width, found.height]).toEqual(["jpeg", width, height]);
        expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
        for (const word of ["fieldfare", "brambling", "GPS", "Exif"])
          expect(bytes.includes(word)).toBe(false);
      }
      const [shown] = (await show("street-east", thing))!.shown.files;
      expect(shown).toMatchObject({ name: "IMG_1.jpg", width: 683, height: 2048, type: "jpeg", tends: true });
    }));

  it("is refused where it cannot be opened, or would fill the memory", () =>
    world.fresh(async () => {
      const thing = await on("problem");
      const whole = await photo(400, 300);
      const code = async (bytes: Buffer) => {
        const answer = await add("street-east", thing, [sent("a.jpg", bytes)]);
        return answer.ok ? "added" : answer.refusal.code;
      };
      expect(await code(whole.subarray(0, 300))).toBe("fileDamaged");
      const background = { r: 1, g: 1, b: 1 };
      const huge = sharp({ create: { width: 16_000, height: 7_000, channels: 3, background } }).png();
      expect(await code(await huge.toBuffer())).toBe("imageTooLarge");
    }));
});

describe("adding files", () => {
  it("takes all of them or none, by what they are", () =>
    world.fresh(async () => {
      const thing = await on("problem");
      const both = [sent("方案.pdf", docx()), sent("清单.pdf", Buffer.from("<html>"))];
      expect(await add("street-east", thing, both)).toMatchObject({
        refusal: { code: "fileOfOtherKind", values: { name: "清单.pdf" } },
      });
      expect((await show("street-east", thing))!.shown.files).toEqual([]);
      mustSucceed(await add("street-east", thing, [both[0]!, sent("图.pdf", pdf("b"))]));
      expect((await show("street-east", thing))!.shown.files.map(({ name, type }) => [name, type])).toEqual([
        ["方案.pdf.docx", "docx"],
        ["图.pdf", "pdf"],
      ]);
    }));

  it("stops at the limits, each with its sentence", () =>
    world.fresh(async () => {
      const thing = await on("problem");
      const code = async (files: ReturnType<typeof sent>[]) => {
        const answer = await add("street-east", thing, files);
        return answer.ok ? "added" : answer.refusal.code;
      };
      expect(await code([])).toBe("noFileChosen");
      const tooLarge = Buffer.concat([pdf(), Buffer.alloc(fileLimits.megabytes * 1024 * 1024)]);
      expect(await code([sent("a.pdf", tooLarge)])).toBe("fileTooLarge");
      const many = Array.from({ length: fileLimits.count }, (_, at) => sent(`${at}.pdf`, pdf()));
      expect(await code([...many, many[0]!])).toBe("tooManyFiles");
      const [id] = mustSucceed(await add("street-east", thing)).ids;
      await runStatement(currentDatabase(), "drop trigger file_is_what_it_is");
      const bytes = fileLimits.keptMegabytes * 1024 * 1024 - 10;
      await transact((tx) => tx.update(file).set({ bytes }).where(eq(file.id, id!)));
      expect(await code([sent("a.pdf", pdf())])).toBe("filesTooLarge");
    }));

  it("stands once, however often it is sent", () =>
    world.fresh(async () => {
      const thing = await on("problem");
      const submission = "one form";
      const actor = { ...who("street-east"), submission };
      const send = () =>
        once(submission, () => addFiles(fileKinds, actor, { ...thing, files: [sent("a.pdf", pdf())] }, now));
      const answers = await Promise.all([send(), send()]);
      expect(answers[0]).toEqual(answers[1]);
      expect((await show("street-east", thing))!.shown.files).toHaveLength(1);
    }));

  it("acknowledges nothing that is not on the disk, and leaves nothing behind for long", () =>
    world.fresh(async () => {
      const thing = await on("problem");
      const stored = fileStore().list().length;
      const parts = join(fileStore().folder, "part");
      rmSync(parts, { recursive: true, force: true });
      writeFileSync(parts, "in the way");
      await expect(add("street-east", thing, [sent("a.pdf", pdf("no room"))])).rejects.toThrow(NotStored);
      rmSync(parts);
      const database = currentDatabase() as SqliteDatabase;
      fillDisk(database, true);
      const many = Array.from({ length: 12 }, (_, at) => sent(`${"长".repeat(99)}${at}.pdf`, pdf("no row")));
      await expect(add("street-east", thing, many)).rejects.toThrow(NotStored);
      fillDisk(database, false);
      expect((await show("street-east", thing))!.shown.files).toEqual([]);
      expect(fileStore().list()).toHaveLength(stored + 1);
      mustSucceed(await add("street-east", thing));
      expect(await sweepFiles(now)).toBe(0);
      const later = new Date(Date.now() + 25 * 3_600_000).toISOString();
      expect(await sweepFiles(later)).toBeGreaterThan(0);
      const wanted = (await read(wantedBytes)).map(({ sha256 }) => sha256);
      expect(
        fileStore()
          .list()
          .map(({ sha256 }) => sha256)
          .sort(),
      ).toEqual(wanted.sort());
    }));
});

describe("tending files", () => {
  const three = async () => {
    const thing = await on("problem");
    const files = ["a", "b", "c"].map((name) => sent(`${name}.pdf`, pdf(name)));
    const { ids } = mustSucceed(await add("street-east", thing, files));
    const names = async () =>
      (await show("street-east", thing))!.shown.files.map(({ name, caption }) => caption || name[0]).join("");
    return { thing, ids: ids as [string, string, string], names };
  };

  it("puts them in order, one place or before another", () =>
    world.fresh(async () => {
      const { thing, ids, names } = await three();
      const move = async (fileId: string, to: Parameters<typeof moveFile>[2]["move"]) => {
        mustSucceed(await moveFile(fileKinds, who("street-east"), { ...thing, fileId, move: to }, now));
        return names();
      };
      expect(await move(ids[0], { to: "down" })).toBe("bac");
      expect(await move(ids[0], { to: "up" })).toBe("abc");
      expect(await move(ids[0], { to: "up" })).toBe("abc");
      expect(await move(ids[2], { to: "before", beforeId: ids[0] })).toBe("cab");
      expect(await move(ids[2], { to: "before", beforeId: null })).toBe("abc");
      expect(await move(ids[2], { to: "down" })).toBe("abc");
    }));

  it("words a caption, unless somebody else has worded it meanwhile", () =>
    world.fresh(async () => {
      const { thing, ids, names } = await three();
      const word = (caption: string, version: number) =>
        captionFile(fileKinds, who("street-east"), { ...thing, fileId: ids[1], version, caption }, now);
      mustSucceed(await word("井", 1));
      expect(await word("坑", 1)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
      expect(await names()).toBe("a井c");
    }));

  it("removes one with a reason: it is served to nobody, and stays to be seen", () =>
    world.fresh(async () => {
      const { thing, ids, names } = await three();
      const gone = { ...thing, fileId: ids[1], reason: "拍到住户" };
      mustSucceed(await removeFile(fileKinds, who("street-east"), gone, now));
      expect([await names(), await served("street-east", ids[1])]).toEqual(["ac", null]);
      expect((await show("street-east", thing))!.shown.removed).toMatchObject([
        { name: "b.pdf", reason: "拍到住户", removedBy: { en: "east" } },
      ]);
      expect(await removeFile(fileKinds, who("street-east"), gone, now)).toMatchObject({
        refusal: { code: "notFound" },
      });
      const verbs = await read((db) => db.select({ verb: ledgerEntry.verb }).from(ledgerEntry));
      expect(verbs.map(({ verb }) => verb).filter((verb) => verb === "file.remove")).toHaveLength(1);
      const sha256 = createHash("sha256").update(pdf("b")).digest("hex");
      const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
      await sweepFiles(later(29));
      expect(fileStore().has(sha256)).toBe(true);
      await sweepFiles(later(31));
      expect(fileStore().has(sha256)).toBe(false);
    }));

  it("is left to the unit that added a file, and to who tends all", () =>
    world.fresh(async () => {
      const thing = await on("taskProgress");
      const [id] = mustSucceed(await add("dept-works", thing)).ids;
      const remove = (account: Knocker) =>
        removeFile(fileKinds, who(account), { ...thing, fileId: id!, reason: "有误" }, now);
      for (const account of ["street-east", "community-east", "leader"] satisfies Knocker[])
        expect(await remove(account)).toMatchObject({ refusal: { code: "notAllowed" } });
      mustSucceed(await remove("office"));
    }));

  it("changes nothing of what a file is, not even in the database", () =>
    world.fresh(async () => {
      const { ids } = await three();
      for (const statement of [
        `update file set sha256 = 'x' where id = '${ids[0]}'`,
        `update file set subject_id = 'x' where id = '${ids[0]}'`,
        `delete from file where id = '${ids[0]}'`,
      ])
        await expect(runStatement(currentDatabase(), statement)).rejects.toThrow(/a file (stays|is removed)/);
    }));
});

describe("a topic whose content may not stand here", () => {
  it("has a title and an outcome, and takes neither words nor files from anybody", () =>
    world.fresh(async () => {
      const { slug } = world.weekly;
      const asked = { slug, kind: "other" as const, title: "书面材料一", elsewhere: "yes" as const };
      const { id } = mustSucceed(await addToAgenda(who("street-east"), asked, now));
      const lines = mustSucceed(await showAgenda(who("street-east"), slug, now)).lines;
      expect(lines.filter(({ elsewhere }) => elsewhere).map(({ title }) => title)).toEqual(["书面材料一"]);
      expect(await add("street-east", { kind: "topic", subjectId: id })).toMatchObject({
        refusal: { code: "notAllowed" },
      });
      const may = await read(async (db) =>
        partRightsOf(db, who("street-east"), (await findMeeting(db, slug))!),
      );
      const parts = ["notes", "resolutions", "topic"] as const;
      expect(parts.map((kind) => may({ kind, topicId: id }))).toEqual([false, false, true]);
      expect(parts.map((kind) => may({ kind, topicId: world.weekly.topicId }))).toEqual([true, true, true]);
      expect(await unnamedFields()).toEqual([]);
    }));
});

describe("the bytes of a file", () => {
  it("open only where they can do no harm, are kept by nobody unasked, and have a name of their own", () =>
    world.fresh(async () => {
      const thing = await on("problem");
      const files = [sent("现场'照片(1).jpg", await photo()), sent("a.pdf", pdf()), sent("b.docx", docx())];
      const { ids } = mustSucceed(await add("street-east", thing, files));
      const answers = await Promise.all(
        ids.map(async (id) => fileAnswer(new Request("http://x/"), (await served("street-east", id))!)),
      );
      expect(answers.map(({ headers }) => headers.get("Content-Disposition"))).toEqual([
        "inline; filename=\"file.jpg\"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%27%E7%85%A7%E7%89%87%281%29.jpg",
        "inline; filename=\"file.pdf\"; filename*=UTF-8''a.pdf",
        "attachment; filename=\"file.docx\"; filename*=UTF-8''b.docx",
      ]);
      for (const { headers } of answers) {
        expect(headers.get("Content-Security-Policy")).toBe("sandbox; default-src 'none'");
        expect(headers.get("Cache-Control")).toBe("private, no-cache");
      }
      const sign = answers[1]!.headers.get("ETag")!;
      const known = new Request("http://x/", { headers: { "If-None-Match": sign } });
      const again = await fileAnswer(known, (await served("street-east", ids[1]!))!);
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }));

  it("are missed and told to be others, by name", () =>
    world.fresh(async () => {
      const thing = await on("problem");
      const files = ["kept", "lost", "spoilt"].map((name) => sent(`${name}.pdf`, pdf(`${name} one`)));
      const { ids } = mustSucceed(await add("street-east", thing, files));
      const store = fileStore();
      const path = (at: number) => store.path(createHash("sha256").update(files[at]!.bytes).digest("hex"));
      rmSync(path(1));
      writeFileSync(path(2), readFileSync(path(2)).fill(0x20));
      const faults = await findFileFaults(store, await read(wantedBytes));
      expect(faults.map(({ fileId, fault }) => [fileId, fault])).toEqual([
        [ids[1], "missing"],
        [ids[2], "changed"],
      ]);
      for (const at of [1, 2]) rmSync(path(at), { force: true });
    }));
});
