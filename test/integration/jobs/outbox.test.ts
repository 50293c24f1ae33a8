import { asc } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { change } from "~/ledger/change.server";
import type { Handler } from "~/ledger/handler.server";
import { setLedgerKey } from "~/ledger/key.server";
import { registerOutboxWorker } from "~/ledger/outboxWorker.server";
import { done, refuse } from "~/ledger/result";
import { pauseAfter, type Step } from "~/ledger/step";
import { read } from "~db/read";
import { clockRun, outbox } from "~db/schema";
import type { DailyStep } from "~server/jobs/clock";
import { type Jobs, startJobs } from "~server/jobs/jobs";
import { freshDatabase, runStatement } from "../../builders/database";
import { stepsLeft } from "../../builders/outbox";

const payload = z.object({ subject: z.string(), text: z.string() });
type Told = z.output<typeof payload>;
const stepOf = (kind: string, waited = false): Step<Told> => ({
  kind,
  payload,
  subject: ({ subject }) => subject,
  waited,
});
const quiet = stepOf("test.quiet");
const waited = stepOf("test.waited", true);

const start = "2026-11-10T02:00:00.000Z";
let clock: string;
let fresh: ReturnType<typeof freshDatabase>;
let running: Jobs[];
/** What the log was told, by message. */
let log: string[];

beforeEach(() => {
  setLedgerKey("a key for tests that is long enough");
  fresh = freshDatabase();
  clock = start;
  running = [];
  log = [];
});
afterEach(async () => {
  for (const jobs of running) await jobs.stop();
  fresh.remove();
});

const wait = (seconds: number) => {
  clock = new Date(Date.parse(clock) + seconds * 1000).toISOString();
};

function begin(handlers: Handler<Told>[], daily: DailyStep[] = []): Jobs {
  const note = (_details: object, message: string) => void log.push(message);
  const jobs = startJobs({
    handlers: handlers as Handler[],
    daily,
    timed: [],
    now: () => new Date(clock),
    log: { warn: note, error: note },
  });
  running.push(jobs);
  return jobs;
}

/** A handler that keeps what it was given, and fails as often as told. */
function keeping(step: Step<Told>, failures = 0): { handler: Handler<Told>; texts: string[] } {
  const texts: string[] = [];
  let left = failures;
  return {
    texts,
    handler: {
      step,
      async outside({ text }) {
        texts.push(text);
        left -= 1;
        if (left >= 0) throw new Error(`not ${text}`);
      },
    },
  };
}

const write = (step: Step<Told>, ...texts: string[]) =>
  change(null, clock, async (_tx, book, later) => {
    await book({ verb: "test.do", subject: { kind: "test", id: "test" } });
    for (const text of texts) {
      const [subject = text] = text.split(" ");
      await later(step, { subject, text });
    }
    return done(null);
  });

const rows = () => read((db) => db.select().from(outbox).orderBy(asc(outbox.sequence)));

describe("a step that follows a commit", () => {
  it("is written with what causes it, and not where that is refused", async () => {
    const refused = await change(null, clock, async (_tx, book, later) => {
      await book({ verb: "test.do", subject: { kind: "test", id: "test" } });
      await later(quiet, { subject: "a", text: "a" });
      return refuse("invalid");
    });
    expect(refused.ok).toBe(false);
    expect(await rows()).toEqual([]);
    await write(quiet, "a");
    expect(await rows()).toMatchObject([{ kind: "test.quiet", subject: "a", attempts: 0, createdAt: start }]);
  });

  it("is done at once, and waited for where the next page depends on it", async () => {
    const { handler, texts } = keeping(waited);
    begin([handler]);
    await write(waited, "a", "b");
    expect(texts).toEqual(["a", "b"]);
    expect(await rows()).toEqual([]);
  });

  it("keeps nobody waiting when it fails, or when one before it has failed", async () => {
    const { handler, texts } = keeping(waited, 1);
    begin([handler]);
    await write(waited, "a 1");
    await write(waited, "a 2");
    expect(texts).toEqual(["a 1"]);
    expect(await stepsLeft("test.waited")).toHaveLength(2);
  });

  it("is done by the next process when this one ends between the commit and the work", async () => {
    await write(waited, "a");
    expect(await rows()).toHaveLength(1);
    const { handler, texts } = keeping(waited);
    await begin([handler]).catchUp();
    expect(texts).toEqual(["a"]);
    expect(await rows()).toEqual([]);
  });

  it("is done again when the process ends in the middle of it", async () => {
    await write(quiet, "a");
    const stuck = begin([{ step: quiet, outside: () => new Promise(() => undefined) }]);
    void stuck.catchUp();
    await expect.poll(async () => (await rows())[0]?.leasedUntil).not.toBeNull();
    running = [];
    const { handler, texts } = keeping(quiet);
    const next = begin([handler]);
    await next.catchUp();
    expect(texts).toEqual([]);
    wait(31);
    await next.catchUp();
    expect(texts).toEqual(["a"]);
    expect(await rows()).toEqual([]);
  });

  it("is done also when another process has written it", async () => {
    const { handler, texts } = keeping(quiet);
    begin([handler]).keepGoing();
    registerOutboxWorker(undefined);
    await write(quiet, "a");
    await expect.poll(() => texts, { timeout: 10_000 }).toEqual(["a"]);
  });

  it("leaves no half of its effect behind when it fails, and has it once in the end", async () => {
    let failing = true;
    const jobs = begin([
      {
        step: quiet,
        async within({ text }, { tx }) {
          await tx.insert(clockRun).values({ kind: text, period: "once" });
          if (failing) throw new Error("in the middle");
        },
      },
    ]);
    await write(quiet, "a");
    await jobs.catchUp();
    expect(await read((db) => db.select().from(clockRun))).toEqual([]);
    failing = false;
    wait(1);
    await jobs.catchUp();
    expect(await read((db) => db.select().from(clockRun))).toEqual([{ kind: "a", period: "once" }]);
    expect(await rows()).toEqual([]);
  });

  it("is not doubled by two workers", async () => {
    const { handler, texts } = keeping(quiet);
    const many = Array.from({ length: 40 }, (_, at) => `s${at}`);
    await write(quiet, ...many);
    const both = [begin([handler]), begin([handler])];
    await Promise.all(both.map((jobs) => jobs.catchUp()));
    expect(texts.toSorted()).toEqual(many.toSorted());
    expect(await rows()).toEqual([]);
  });
});

describe("a step that fails", () => {
  it("is tried again after pauses that grow, and given up in the end", async () => {
    const { handler, texts } = keeping(quiet, Number.POSITIVE_INFINITY);
    const jobs = begin([handler]);
    await write(quiet, "a");
    await jobs.catchUp();
    for (let attempts = 1; ; attempts++) {
      expect(texts).toHaveLength(attempts);
      const pause = pauseAfter(attempts);
      if (pause === null) break;
      wait(pause - 1);
      await jobs.catchUp();
      expect(texts).toHaveLength(attempts);
      wait(1);
      await jobs.catchUp();
    }
    wait(1_000_000);
    await jobs.catchUp();
    expect(texts).toHaveLength(11);
    const [dead] = await rows();
    expect(dead).toMatchObject({ attempts: 11, lastError: "not a" });
    expect(dead!.deadAt).not.toBeNull();
    expect(log.filter((message) => message.includes("given up"))).toHaveLength(1);
  });

  it("holds up what comes after it for the same subject, and nothing else", async () => {
    const { handler, texts } = keeping(quiet, 1);
    const jobs = begin([handler]);
    await write(quiet, "a 1", "a 2", "b 1");
    await jobs.catchUp();
    expect(texts).toEqual(["a 1", "b 1"]);
    wait(1);
    await jobs.catchUp();
    expect(texts).toEqual(["a 1", "b 1", "a 1", "a 2"]);
  });

  it("holds up nothing once it is given up", async () => {
    await write(quiet, "a 1", "a 2");
    const [first] = await rows();
    await runStatement(
      fresh.database,
      `UPDATE outbox SET dead_at = '${start}' WHERE sequence = ${first!.sequence}`,
    );
    const { handler, texts } = keeping(quiet);
    await begin([handler]).catchUp();
    expect(texts).toEqual(["a 2"]);
  });

  it("does not stop the others when nobody knows it, or it cannot be read", async () => {
    const { handler, texts } = keeping(quiet);
    await write(stepOf("test.forgotten"), "a");
    await write(quiet, "b", "c");
    await runStatement(fresh.database, "UPDATE outbox SET payload = '{}' WHERE subject = 'b'");
    await begin([handler]).catchUp();
    expect(texts).toEqual(["c"]);
    expect((await rows()).map((row) => row.lastError)).toEqual([
      "nobody does test.forgotten",
      expect.stringContaining("subject"),
    ]);
  });
});

describe("what the clock sets off", () => {
  const daily: DailyStep = {
    kind: "test.daily",
    payload: z.object({ day: z.string() }),
    subject: () => "",
  };
  const days: string[] = [];
  const handler: Handler<{ day: string }> = {
    step: daily,
    outside: async ({ day }) => void days.push(day),
  };
  const at = async (jobs: Jobs, instant: string) => {
    clock = instant;
    await jobs.catchUp();
    return days.splice(0);
  };
  const beginDaily = () => begin([handler as unknown as Handler<Told>], [daily]);

  it("happens once on each working day, from the hour at which it begins in the district", async () => {
    const jobs = beginDaily();
    // Tuesday 10 November 2026; eight o'clock in the district is midnight UTC.
    expect(await at(jobs, "2026-11-09T23:59:00.000Z")).toEqual([]);
    expect(await at(jobs, "2026-11-10T00:00:00.000Z")).toEqual(["2026-11-10"]);
    expect(await at(jobs, "2026-11-10T09:00:00.000Z")).toEqual([]);
    expect(await at(jobs, "2026-11-11T00:00:10.000Z")).toEqual(["2026-11-11"]);
  });

  it("does not happen on days off", async () => {
    const jobs = beginDaily();
    expect(await at(jobs, "2026-11-14T03:00:00.000Z")).toEqual([]);
    expect(await at(jobs, "2026-10-01T03:00:00.000Z")).toEqual([]);
  });

  it("is made up for after a stop, for the present day only", async () => {
    expect(await at(beginDaily(), "2026-11-10T01:00:00.000Z")).toEqual(["2026-11-10"]);
    expect(await at(beginDaily(), "2026-11-10T05:00:00.000Z")).toEqual([]);
    expect(await at(beginDaily(), "2026-11-13T07:00:00.000Z")).toEqual(["2026-11-13"]);
    // The clock was put back.
    expect(await at(beginDaily(), "2026-11-12T07:00:00.000Z")).toEqual([]);
  });

  it("is set off once by two processes", async () => {
    clock = "2026-11-10T01:00:00.000Z";
    await Promise.all([beginDaily(), beginDaily()].map((jobs) => jobs.catchUp()));
    expect(days.splice(0)).toEqual(["2026-11-10"]);
  });
});
