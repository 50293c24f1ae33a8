import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type OverwrittenLine, placeNames } from "~/meeting/overwritten/overwritten";
import { overwrittenOf, waitingWords } from "~/meeting/overwritten/overwrittenOf.server";
import { letWordsGo, putWordsBack } from "~/meeting/overwritten/settleWords.server";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { showNotices } from "~/notice/showNotices.server";
import {
  listResolutions,
  resolutionsOf,
  setResolutionField,
  setResolutionText,
} from "~/record/document/record";
import { read } from "~db/read";
import { ledgerEntry, meeting, overwrittenWords } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { recordOfDay, withLive } from "../../../builders/live";
import { overwriteMeasure, writeAtOnce } from "../../../builders/overwritten";
import { mustSucceed } from "../../../builders/result";
import { openDay, topicsOf } from "../../../builders/session";

withDatabase();
const engine = withLive();

const month = "2026-05";
const now = `${month}-20T02:00:00.000Z`;
let district: SmallDistrict;
let topicId: string;

const as = (account: string) => district.actors[account]!;
const waiting = async (account: string) => {
  await engine.jobs.catchUp();
  return waitingWords(as(account), month);
};
const history = async (account: string) => mustSucceed(await overwrittenOf(as(account), month, now));
const settle = (how: typeof putWordsBack, account: string, { id }: Pick<OverwrittenLine, "id">) =>
  how(as(account), { slug: month, wordsId: id }, now);
const resolution = async () =>
  listResolutions(await recordOfDay(month), undefined, { withdrawn: true }).find(({ id }) =>
    id.startsWith("overwritten"),
  );
const overwrite = (first: string, second: string) =>
  overwriteMeasure(engine.live, month, {
    topicId,
    first: [as("dept-works"), first],
    second: [as("street-east"), second],
  });
const booked = (verb: string) =>
  read((db) => db.select().from(ledgerEntry).where(eq(ledgerEntry.verb, verb)));

beforeAll(async () => {
  district = await smallDistrict();
  await openDay(district, month, [{ street: "east", title: "东街路灯不亮", power: "works" }]);
  const [held] = await read((db) => db.select().from(meeting).where(eq(meeting.slug, month)));
  topicId = (await topicsOf(held!.id)).find(({ kind }) => kind === "topic")!.id;
});

describe("words that somebody else's replaced unseen", () => {
  it("wait for their writer, with their place and who replaced them", async () => {
    await overwrite("无投诉", "全部亮灯");
    const [line, ...more] = await waiting("dept-works");
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      value: "无投诉",
      place: { kind: "resolution", field: "measure" },
      topicId,
      writer: { name: "dept-works员" },
      over: { name: "street-east员" },
      state: "waiting",
      settles: true,
    });
    expect(await waiting("street-east")).toEqual([]);
    const { entries } = await history("dept-works");
    expect(placeNames(entries, line!).number ?? 1).toBe(1);
  });

  it("are told of by a notice, to their writer alone", async () => {
    const told = async (account: string) =>
      (await showNotices(as(account), {})).lines.filter(({ kind }) => kind === "wordsOverwritten");
    expect(await told("dept-works")).toMatchObject([
      { why: "wrote", read: false, thing: { meeting: { slug: month } } },
    ]);
    expect(await told("street-east")).toEqual([]);
    expect(await booked("session.overwriteWords")).toHaveLength(1);
  });

  it("stand in the history for all who read the record, to be settled by their writer and who holds the meeting", async () => {
    const settles = async (account: string) => (await history(account)).lines.map((line) => line.settles);
    expect(await settles("dept-works")).toEqual([true]);
    expect(await settles("office")).toEqual([true]);
    expect(await settles("community-west")).toEqual([false]);
    const [line] = (await history("office")).lines;
    expect(await settle(putWordsBack, "street-east", line!)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await settle(letWordsGo, "admin", line!)).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("are put back in one step, once, and the notice has been seen to", async () => {
    const [line] = await waiting("dept-works");
    mustSucceed(await settle(putWordsBack, "dept-works", line!));
    expect((await resolution())?.measure).toBe("无投诉");
    mustSucceed(await settle(putWordsBack, "dept-works", line!));
    expect(await booked("session.putWordsBack")).toHaveLength(1);
    expect(await waiting("dept-works")).toEqual([]);
    expect((await history("office")).lines).toMatchObject([{ state: "putBack", value: "无投诉" }]);
    const [notice] = (await showNotices(as("dept-works"), {})).lines;
    expect(notice?.read).toBe(true);
  });

  it("are let go, stay in the history, and can be put back later", async () => {
    await overwrite("甲", "乙");
    const [line] = await waiting("dept-works");
    mustSucceed(await settle(letWordsGo, "dept-works", line!));
    expect(await waiting("dept-works")).toEqual([]);
    expect((await resolution())?.measure).toBe("乙");
    expect((await history("dept-works")).lines[0]).toMatchObject({ state: "letGo", value: "甲" });
    mustSucceed(await settle(putWordsBack, "office", line!));
    expect((await resolution())?.measure).toBe("甲");
  });

  it("come back beside what stands there, where it is a list", async () => {
    const id = (await resolution())!.id;
    const { works, water, east } = district.units;
    const units =
      (...ids: string[]) =>
      (document: Parameters<typeof setResolutionField>[0]) =>
        setResolutionField(document, id, "assistingUnitIds", ids);
    await writeAtOnce(engine.live, month, [
      [as("dept-works"), units(works!)],
      [as("street-east"), units(water!, east!)],
    ]);
    const [line] = await waiting("dept-works");
    mustSucceed(await settle(putWordsBack, "dept-works", line!));
    expect((await resolution())?.assistingUnitIds).toEqual([water, east, works]);
  });

  it("bring the entry back that was deleted with them", async () => {
    const id = (await resolution())!.id;
    await writeAtOnce(engine.live, month, [
      [as("dept-works"), (document) => setResolutionText(document, id, "text", "修好路灯和井盖")],
      [as("office"), (document) => resolutionsOf(document).delete(id)],
    ]);
    expect(await resolution()).toBeUndefined();
    const [line] = await waiting("dept-works");
    expect(line).toMatchObject({ value: "和井盖", over: { name: "office员" } });
    mustSucceed(await settle(putWordsBack, "dept-works", line!));
    expect(await resolution()).toMatchObject({ topicId, text: "和井盖", withdrawn: false });
  });

  it("are found again after a killed process, though nobody had been told", async () => {
    await overwrite("灭前写的", "灭前替换的");
    engine.restart();
    // What the killed process had taken up is free again after a while.
    engine.setClock(new Date(Date.now() + 60_000).toISOString());
    expect(await waiting("dept-works")).toMatchObject([
      { value: "灭前写的", over: { name: "street-east员" } },
    ]);
  });

  it("are not put back into what is closed", async () => {
    const [line] = await waiting("dept-works");
    mustSucceed(
      await recordOutcome(as("office"), { slug: month, topicId, outcome: "passed", note: "" }, now),
    );
    expect(await settle(putWordsBack, "dept-works", line!)).toMatchObject({
      refusal: { code: "partClosed" },
    });
    expect((await waiting("dept-works")).map(({ id }) => id)).toEqual([line!.id]);
    expect(
      await read((db) => db.select().from(overwrittenWords).where(eq(overwrittenWords.told, false))),
    ).toEqual([]);
  });
});
