import { sql } from "drizzle-orm";
import { setLedgerKey } from "~/ledger/key.server";
import { myWorkCount } from "~/work/myWork.server";
import { openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import type { Database } from "~db/database";
import { databaseFile } from "~db/dataFolder";
import { seedDemo } from "~server/demo/seed";
import { actorOf } from "../../builders/district";
import { startEngine } from "../../builders/engine";
import { programs } from "../places";
import { figureOf, quantile } from "../statistics";

const now = "2026-11-22T06:00:00.000Z";
const rounds = 15;

/** Makes the demo district in a folder, as people would have done it. */
export async function seedWork({ folder }: { folder: string }): Promise<void> {
  setLedgerKey("a key for benches that is long enough");
  const database = open(folder);
  let clock = now;
  const engine = startEngine(() => new Date(clock));
  const onTick = (at: string) => {
    clock = at;
  };
  const catchUp = () => engine.jobs.catchUp();
  await database.withoutSync(() => seedDemo({ password: "bench", now, onTick, catchUp }));
  await engine.drain();
  database.close();
}

function open(folder: string): Database {
  const database = openDatabase(databaseFile(folder), programs);
  setDatabase(database);
  return database;
}

/** Which of the demo's tasks are there again and again: those that are done, or those in every state alike. */
export type Multiplied = "what is done" | "every state";

/** Copies the tasks of a seeded folder, with all that belongs to them, until there are so many. */
export async function multiplyWork(order: { folder: string; tasks: number; of: Multiplied }): Promise<void> {
  const database = open(order.folder);
  const which = order.of === "what is done" ? "state = 'struckOff'" : "true";
  const [counted] = database.read.all<{ number: number }>(
    sql.raw(`select count(*) as number from task where ${which}`),
  );
  const copies = Math.ceil(order.tasks / counted!.number);
  const copied = `select resolution_id from task where ${which}`;
  const ofTasks = `task_id in (select id from task where ${which})`;
  const own = (column: string) => [column, `source.${column} || '~' || copy.number`] as const;
  // Parents first; within one statement the originals alone are read.
  const steps: [table: string, which: string, changed: (readonly [string, string])[]][] = [
    ["topic", `id in (select topic_id from resolution where id in (${copied}))`, [own("id")]],
    ["resolution", `id in (${copied})`, [own("id"), own("topic_id")]],
    ["resolution_assisting_unit", `resolution_id in (${copied})`, [own("resolution_id")]],
    ["milestone", ofTasks, [own("id"), own("task_id")]],
    ["task_extension", ofTasks, [own("id"), own("task_id")]],
    ["task", which, [own("id"), own("number"), own("resolution_id")]],
  ];
  await database.withoutSync(() =>
    database.transact(async (tx) => {
      tx.run(sql.raw("pragma defer_foreign_keys = on"));
      for (const [table, condition, changed] of steps) {
        const columns = tx
          .all<{ name: string }>(sql.raw(`pragma table_info(${table})`))
          .map(({ name }) => name);
        const values = columns.map((name) => new Map(changed).get(name) ?? `source.${name}`);
        tx.run(
          sql.raw(
            `with recursive copy(number) as (select 1 union all select number + 1 from copy where number < ${copies})
             insert into ${table} (${columns.join(", ")})
             select ${values.join(", ")} from (select * from ${table} where ${condition}) source, copy`,
          ),
        );
      }
    }),
  );
  database.close();
}

/** Milliseconds of one count, in the median over all posts, and for the post for which it takes longest. */
interface Counted {
  median: number;
  slowest: number;
}

/** Counts everybody's work in both folders, in turns: what disturbs the one disturbs the other. */
export async function countWork(order: { small: string; big: string }) {
  const databases = { small: open(order.small), big: open(order.big) };
  setDatabase(databases.small);
  const accounts = databases.small.read.all<{ account: string }>(
    sql`select account from person where id in (select person_id from holding where to_day is null)`,
  );
  const actors = await Promise.all(accounts.map(({ account }) => actorOf(account, now.slice(0, 10))));
  const times = { small: new Map<string, number[]>(), big: new Map<string, number[]>() };
  for (let round = 0; round < rounds; round++)
    for (const actor of actors)
      for (const size of round % 2 === 0 ? (["small", "big"] as const) : (["big", "small"] as const)) {
        setDatabase(databases[size]);
        const start = performance.now();
        await myWorkCount(actor, now);
        const time = performance.now() - start;
        // The first rounds are run to warm up.
        if (round >= 3) times[size].set(actor.postId, [...(times[size].get(actor.postId) ?? []), time]);
      }
  databases.small.close();
  databases.big.close();
  const of = (all: Map<string, number[]>): Counted => {
    const medians = [...all.values()].map((each) => figureOf(each).median).sort((a, b) => a - b);
    return { median: quantile(medians, 0.5), slowest: medians.at(-1) ?? Number.NaN };
  };
  const [small, big] = [of(times.small), of(times.big)];
  return {
    figures: {
      demo: small.median,
      many: big.median,
      ratio: big.median / small.median,
      slowestDemo: small.slowest,
      slowestMany: big.slowest,
      slowestRatio: big.slowest / small.slowest,
    },
    lag: null,
  };
}
