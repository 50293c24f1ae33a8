import { existsSync, readFileSync } from "node:fs";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { listLedger } from "~/audit/listLedger.server";
import { type Erasing, eraseWords } from "~/erasure/eraseWords.server";
import { chainText } from "~/ledger/chain";
import { change } from "~/ledger/change.server";
import { headOf, moveHead } from "~/ledger/head.server";
import { sign } from "~/ledger/key.server";
import { done } from "~/ledger/result";
import { sealText } from "~/ledger/seal.server";
import { settleHandler } from "~/ledger/settleStep.server";
import { once } from "~/ledger/submission.server";
import { verifyChain } from "~/ledger/verifyChain.server";
import { searchProblems } from "~/problem/browse/searchProblems.server";
import { importList } from "~/problem/import/importList.server";
import { undoImport } from "~/problem/import/undoImport.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { submitList } from "~/problem/list/submitList.server";
import { showProblem } from "~/problem/page/showProblem.server";
import { erasedMark } from "~/value/erasedMark";
import { currentDatabase } from "~db/current";
import { read } from "~db/read";
import { erasedText, ledgerEntry, problem, submission, topic } from "~db/schema";
import { transact } from "~db/transact";
import { rowsOf, runStatement, withDatabase } from "../../builders/database";
import { someInstant as now, type SmallDistrict, smallDistrict } from "../../builders/district";
import { completeProblem, listedProblem, setStage, someDay } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";

withDatabase();
let district: SmallDistrict;
let dayId: string;
const who = (account: string) => district.actors[account]!;
const month = "2026-12";

const neighbour = "隔壁卜算子常半夜敲打";
const wording = `四号楼的水管爆了，${neighbour}，请来看看。`;
const other = "五号楼电梯停了三天。";
const file = {
  name: "清单.csv",
  bytes: Buffer.from(
    [
      "问题名称,群众原话,具体位置,来源编号",
      `水管爆裂,${wording},四号楼,A-01`,
      `电梯停运,${other},五号楼,A-02`,
      `水管又爆了,${wording},四号楼,A-01`,
    ].join("\n"),
  ),
};
const place = { month, street: "east" };
const bring = async () => mustSucceed(await importList(who("street-east"), { ...place, file }, now));

const byNumber = async (number: string) => {
  const [row] = await read((db) => db.select().from(problem).where(eq(problem.number, number)));
  return row!;
};
const erasing = async (number: string, more: Partial<Erasing>): Promise<Erasing> => ({
  number,
  ...{ fields: [], cells: [], passages: [], askedBy: "resident", legalBasis: "个人信息保护法第四十七条" },
  version: (await byNumber(number))?.version ?? 0,
  ...more,
});
const erase = async (number: string, more: Partial<Erasing>, account = "office") =>
  eraseWords(who(account), await erasing(number, more), now);

/** Books an event as versions before the words were kept out of the ledger did. */
async function bookAsEarlier(subjectId: string, after: unknown): Promise<number> {
  return transact(async (tx) => {
    const head = await headOf(tx);
    const entry = {
      ...{ sequence: head.sequence + 1, at: now, personId: null, postId: null, verb: "problem.edit" },
      ...{ subjectKind: "problem", subjectId, scopeUnitId: null, before: null, after: JSON.stringify(after) },
      previousHash: head.hash,
    };
    const hash = sign(chainText(entry));
    await tx.insert(ledgerEntry).values({ ...entry, hash });
    await moveHead(tx, { sequence: entry.sequence, hash });
    return entry.sequence;
  });
}

const files = () => {
  const { file } = currentDatabase() as unknown as { file: string };
  return [file, `${file}-wal`].filter(existsSync).map((path) => readFileSync(path));
};
const standsInFiles = (text: string) => files().some((bytes) => bytes.includes(text));
const run = (statement: string) => runStatement(currentDatabase(), statement);
const texts = (table: string) => JSON.stringify(rowsOf(currentDatabase(), `select * from ${table}`));

let piped: string;
let lift: string;
let earlier: number;
let typed: string;

beforeAll(async () => {
  district = await smallDistrict();
  dayId = await someDay(district, month, "collecting");
  const first = await bring();
  mustSucceed(await undoImport(who("street-east"), { ...place, fileId: first.fileId! }, now));
  const second = await bring();
  [piped, lift] = second.numbers as [string, string];
  const { number } = await listedProblem(district, "street-east", month, {
    summary: `据反映，${neighbour}。`,
  });
  typed = number;
  const edit = { number: typed, summary: "已改写。", version: 1 };
  mustSucceed(await editProblem(who("street-east"), edit, now));
  const { id } = await byNumber(piped);
  earlier = await bookAsEarlier(id, { originalWording: wording, state: "draft" });
  const complete = completeProblem(district);
  for (const one of [piped, lift]) {
    const { concernedUnitIds, coordination, question, summary } = complete;
    const more = { concernedUnitIds, coordination, question, summary };
    mustSucceed(await editProblem(who("street-east"), { number: one, ...more }, now));
  }
  await once("a form", () =>
    change({ ...who("street-east"), submission: "a form" }, now, async (_tx, book) => {
      await book({ verb: "test.keep", subject: { kind: "problem", id } });
      return done({ title: "水管爆裂", originalWording: wording });
    }),
  );
  mustSucceed(await submitList(who("street-east"), { month }, now));
  await transact((tx) =>
    tx.insert(topic).values({
      ...{ id: "topic", meetingId: dayId, kind: "topic", problemId: id, title: "水管爆裂" },
      outcomeNote: `会上说到${neighbour}。`,
    }),
  );
});

describe("who may erase words", () => {
  it("is the office, which must have chosen some that are there, in the problem as it is", async () => {
    const passages = [neighbour];
    for (const account of ["leader", "street-east", "dept-works"])
      expect(await erase(piped, { passages }, account)).toMatchObject({ ok: false });
    expect(await erase(piped, {})).toMatchObject({ refusal: { code: "nothingChosen" } });
    expect(await erase(piped, { passages: ["不在其中"] })).toMatchObject({
      refusal: { code: "wordsNotFound" },
    });
    expect(await erase(piped, { passages, version: 0 })).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    expect(await erase("EST-2026-9999", { passages, version: 1 })).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect((await byNumber(piped)).originalWording).toBe(wording);
  });
});

describe("words that were erased", () => {
  beforeAll(async () => {
    expect(standsInFiles(neighbour)).toBe(true);
    mustSucceed(await erase(piped, { passages: [neighbour], fields: ["place"] }));
    await settleHandler.outside();
  });

  it("are a mark in the problem, the row as it was read, copies that nobody sees and every place around", async () => {
    const left = wording.replace(neighbour, erasedMark);
    expect(await byNumber(piped)).toMatchObject({
      originalWording: left,
      place: erasedMark,
      title: "水管爆裂",
    });
    const view = await showProblem(who("street-east"), piped);
    expect(view?.imported?.cells).toEqual([
      ["问题名称", "水管爆裂"],
      ["群众原话", left],
      ["具体位置", erasedMark],
      ["来源编号", "A-01"],
    ]);
    for (const table of [
      "problem",
      "imported_row",
      "topic",
      "submission",
      "ledger_entry",
      "ledger_text",
      "outbox",
    ])
      expect(texts(table), table).not.toContain(neighbour);
    const [kept] = await read((db) => db.select().from(submission).where(eq(submission.id, "a form")));
    expect(kept!.answer).toContain(erasedMark);
    expect((await byNumber(lift)).originalWording).toBe(other);
  });

  it("are in no byte of the database's files", () => {
    expect(standsInFiles(neighbour)).toBe(false);
    expect(standsInFiles("卜算子")).toBe(false);
    expect(standsInFiles("电梯")).toBe(true);
  });

  it("are not found by searching, and do not make problems alike", async () => {
    const found = (words: string) => read((db) => searchProblems(db, who("office"), words, 9));
    expect(await found("卜算子")).toEqual([]);
    expect(await found("依法删除")).toEqual([]);
    expect(await found("水管爆裂")).toHaveLength(1);
  });

  it("leave a keyed digest of what they were, and of what they stood in", async () => {
    const { id } = await byNumber(piped);
    const [record] = await read((db) =>
      db
        .select()
        .from(erasedText)
        .where(and(eq(erasedText.subjectId, id), eq(erasedText.field, "originalWording"))),
    );
    expect(record).toMatchObject({ digest: sealText(wording).sealed, length: wording.length });
  });

  it("are told in the ledger by place and digest, never by the words", async () => {
    const { lines } = mustSucceed(await listLedger(who("office"), { verb: "problem.eraseWords" }));
    const after = Object.fromEntries(lines[0]!.changes.map((change) => [change.path, change.after]));
    expect(after.askedBy).toEqual([{ zh: "resident", en: "resident" }]);
    expect(JSON.stringify(after.erased)).toContain("problem.originalWording");
    expect(after.digests).toContainEqual(sealText(wording));
    expect(JSON.stringify(lines)).not.toContain(neighbour);
  });

  it("leave the chain whole, also where an earlier version had booked them", async () => {
    const [entry] = await read((db) =>
      db.select().from(ledgerEntry).where(eq(ledgerEntry.sequence, earlier)),
    );
    expect(JSON.parse(entry!.after!)).toEqual({ originalWording: sealText(wording), state: "draft" });
    expect(await verifyChain()).toMatchObject({ erased: 1, faults: [] });
  });

  it("do not come back with the same file: its rows are known by number, and by a digest of what they said", async () => {
    await setStage(dayId, "collecting");
    await run("update problem_list set state = 'draft'");
    const again = await bring();
    expect([again.accepted, again.rejected.map(({ findings }) => findings[0]?.code)]).toEqual([
      0,
      ["duplicateOnRecord", "duplicateOnRecord", "duplicateOnRecord"],
    ]);
    // Without its number only the words could tell the row.
    const unnumbered = Buffer.from(["问题名称,群众原话,具体位置", `水管爆裂,${wording},四号楼`].join("\n"));
    const bare = { ...place, file: { name: "另一份.csv", bytes: unnumbered } };
    const report = mustSucceed(await importList(who("street-east"), bare, now));
    expect(report.rejected[0]?.findings[0]).toMatchObject({ code: "duplicateOnRecord", value: piped });
    expect(report.accepted).toBe(0);
  });
});

describe("what is frozen", () => {
  it("stays frozen beside an erasure, and after it", async () => {
    const { id, importedRowId } = await byNumber(piped);
    await expect(
      run(`update problem set original_wording = '${erasedMark}' where id = '${id}'`),
    ).rejects.toThrow("frozen");
    await expect(run(`update imported_row set cells = '{}' where id = '${importedRowId}'`)).rejects.toThrow(
      "as read",
    );
    await expect(
      run(`update ledger_entry set after = '{"sealed":""}' where sequence = ${earlier}`),
    ).rejects.toThrow("append-only");
    for (const table of ["erasure", "erased_text"]) {
      await expect(run(`update ${table} set id = 'x'`)).rejects.toThrow("on record");
      await expect(run(`delete from ${table}`)).rejects.toThrow("on record");
    }
  });

  it("opens only for what is on record, only into the mark, and only within one transaction", async () => {
    const { id } = await byNumber(piped);
    const permit = (subject: string, becomes: string) =>
      `insert into erasure_permit (home, subject_id, field, becomes) values ('problem', '${subject}', 'originalWording', '${becomes}')`;
    await expect(run(permit((await byNumber(lift)).id, erasedMark))).rejects.toThrow("a mark and a record");
    await expect(run(permit(id, "别的话"))).rejects.toThrow("a mark and a record");
    // The statement itself is taken; the transaction that leaves it behind is not.
    await expect(transact(async (tx) => void tx.run(sql.raw(permit(id, erasedMark))))).rejects.toThrow(
      "FOREIGN KEY",
    );
    expect(rowsOf(currentDatabase(), "select * from erasure_permit")).toEqual([]);
    await expect(
      transact(async (tx) => {
        tx.run(sql.raw(permit(id, erasedMark)));
        await tx
          .update(problem)
          .set({ originalWording: `${erasedMark}，另加一句` })
          .where(eq(problem.id, id));
      }),
    ).rejects.toThrow();
    const { originalWording } = await byNumber(piped);
    expect(originalWording).toBe(wording.replace(neighbour, erasedMark));
  });

  it("shows a row that was changed without an erasure, or once more after it", async () => {
    const triggers = rowsOf(
      currentDatabase(),
      "select name, sql from sqlite_master where type = 'trigger' and name like 'ledger%'",
    );
    for (const { name } of triggers) await run(`drop trigger ${name}`);
    const stateOf = (sequence: number) =>
      String(
        rowsOf(currentDatabase(), `select after from ledger_entry where sequence = ${sequence}`)[0]!.after,
      );
    const was = stateOf(earlier);
    await run(`update ledger_entry set after = '{"sealed":"another"}' where sequence = ${earlier}`);
    expect((await verifyChain()).faults).toEqual([{ sequence: earlier, fault: "changed" }]);
    await run(`update ledger_entry set after = '${was}' where sequence = ${earlier}`);
    const third = stateOf(3);
    await run(`update ledger_entry set after = '${was}' where sequence = 3`);
    expect((await verifyChain()).faults).toEqual([{ sequence: 3, fault: "changed" }]);
    await run(`update ledger_entry set after = '${third}' where sequence = 3`);
    expect((await verifyChain()).faults).toEqual([]);
    for (const trigger of triggers) await run(String(trigger.sql));
  });
});
