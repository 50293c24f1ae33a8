import { eq, like, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Handler } from "~/ledger/handler.server";
import { browseForm } from "~/problem/browse/browseForm";
import { browseProblems } from "~/problem/browse/browseProblems.server";
import { read } from "~db/read";
import { problem, publication, searchEntry } from "~db/schema";
import { indexVersion } from "~db/search";
import { transact } from "~db/transact";
import { searchables } from "~server/jobs/handlers";
import { startJobs } from "~server/jobs/jobs";
import { askToReindex, reindexHandler } from "~server/jobs/reindex";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../builders/district";
import { stepsLeft } from "../../builders/outbox";
import { dayWith } from "../../builders/outcome";
import { listedProblem, someDay } from "../../builders/problem";

withDatabase();
let district: SmallDistrict;
const handler = reindexHandler(searchables);
/** What the log was told. */
let log: string[];

beforeAll(async () => {
  district = await smallDistrict();
  await someDay(district, "2026-12", "collecting");
  for (let count = 1; count <= 60; count++)
    await listedProblem(district, "street-west", "2026-12", { title: `第${count}户门口积水` });
});
beforeEach(() => {
  log = [];
});

/** The index as an earlier version has made it: of these words only, as they were typed. */
const indexedEarlier = (tokens: string) =>
  transact(async (tx) => {
    await tx.update(searchEntry).set({ version: 1 });
    await tx.run(sql`update search_text set tokens = ${tokens}`);
  });

async function begin() {
  const note = (details: object, message: string) => void log.push(`${message} ${JSON.stringify(details)}`);
  const jobs = startJobs({
    handlers: [handler as Handler],
    daily: [],
    timed: [],
    now: () => new Date(someInstant),
    log: { warn: note, error: note },
  });
  await askToReindex(someInstant);
  return jobs;
}

async function reindex() {
  const jobs = await begin();
  await jobs.catchUp();
  await jobs.stop();
  expect(log).toEqual([]);
}

const found = async (q: string) =>
  (await browseProblems(district.actors["street-west"]!, browseForm.parse({ q }))).rows.length;
const notYet = async () =>
  (await read((db) => db.select().from(searchEntry).where(eq(searchEntry.version, 1)))).length;

describe("an index that an earlier version has made", () => {
  it("finds after the start what it did not find before, in whatever form it was written", async () => {
    await indexedEarlier("⻔口");
    expect(await found("门口")).toBe(0);
    await reindex();
    expect(await found("门口")).toBeGreaterThan(0);
    expect(await found("⻔⼝")).toBeGreaterThan(0);
    expect(await notYet()).toBe(0);
    expect(await stepsLeft("search.reindex")).toEqual([]);
  });

  it("is asked for once however often the server is started", async () => {
    await indexedEarlier("x");
    for (let start = 0; start < 2; start++) await (await begin()).stop();
    expect(await stepsLeft("search.reindex")).toHaveLength(1);
    await reindex();
  });

  it("is gone on with where a process was killed between two slices", async () => {
    await indexedEarlier("x");
    await askToReindex(someInstant);
    const all = await notYet();
    // It dies before it can take out the step that it has done.
    await handler.outside({ version: indexVersion }, { now: someInstant });
    expect(await notYet()).toBeGreaterThan(0);
    expect(await notYet()).toBeLessThan(all);
    await reindex();
    expect(await notYet()).toBe(0);
    expect(await stepsLeft("search.reindex")).toEqual([]);
  });

  it("brings back nothing that was erased, withdrawn or taken out since", async () => {
    await dayWith(district, {
      ...{ month: "2026-11", host: "east", stage: "issued", issued: 11 },
      topics: [
        {
          ...{ number: "EST-2026-0001", street: "east", title: "路灯" },
          promises: [
            {
              ...{
                task: "RW-2026-0001",
                lead: "works",
                text: "修灯。",
                due: "2026-12-20",
                published: "灯亮了。",
              },
              withdrawn: { text: "灯还没有亮。", reason: "写错了" },
            },
          ],
        },
      ],
    });
    const publications = await read((db) => db.select().from(publication));
    await transact(async (tx) => {
      for (const { id } of publications) {
        const [entry] = await tx
          .insert(searchEntry)
          .values({ kind: "publication", subjectId: id })
          .returning();
        await tx.run(
          sql`insert into search_text (rowid, kind, subject_id, tokens) values (${entry!.id}, 'publication', ${id}, 'x')`,
        );
      }
    });
    const [erased, left] = await read((db) => db.select().from(problem).where(like(problem.title, "第%")));
    await indexedEarlier("秘密");
    await transact(async (tx) => {
      await tx.update(problem).set({ summary: "", title: "第1户" }).where(eq(problem.id, erased!.id));
      await tx.delete(searchEntry).where(eq(searchEntry.subjectId, left!.id));
      await tx.run(sql`delete from search_text where subject_id = ${left!.id}`);
    });
    await reindex();
    expect(await found("秘密")).toBe(0);
    const indexed = await read((db) => db.select().from(searchEntry));
    const standing = publications.filter((one) => one.withdrawnAt === null).map(({ id }) => id);
    expect(indexed.filter(({ kind }) => kind === "publication").map((one) => one.subjectId)).toEqual(
      standing,
    );
    expect(indexed.map(({ subjectId }) => subjectId)).not.toContain(left!.id);
  });

  it("is left alone where it is up to date", async () => {
    await begin();
    expect(await stepsLeft("search.reindex")).toEqual([]);
  });
});
