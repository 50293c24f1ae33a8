import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { setLedgerKey } from "~/ledger/key.server";
import { similarProblems } from "~/problem/similarProblems.server";
import { openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import { databaseFile } from "~db/dataFolder";
import { read } from "~db/read";
import { problem } from "~db/schema";
import { actorOf } from "../../../builders/district";
import { programs } from "../../places";
import { quantile, randomOf } from "../../statistics";
import { watchMachine } from "./machineLag";

const today = "2026-11-10";
const asked = 10;

/** Asks for the ten most similar of problems drawn at random, as the office and as one street, one after the other. */
export async function askSimilar(order: { folder: string; problems: number; questions: number }) {
  setLedgerKey("a key for benches that is long enough");
  const database = openDatabase(databaseFile(order.folder), programs);
  setDatabase(database);
  const readers = [await actorOf("office", today), await actorOf("street-s3x", today)];
  const random = randomOf(7);
  const someNumber = () => 1 + Math.floor(random() * order.problems);
  const cold = await ask(readers[0]!, someNumber());
  // How often the words of a district occur is read once and kept.
  for (let warm = 0; warm < order.questions / 4; warm++) await ask(readers[warm % 2]!, someNumber());
  // What the preparation left behind is no part of a question.
  globalThis.gc?.();
  await pause(100);
  const machine = watchMachine();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const times: number[] = [];
  let found = 0;
  for (let question = 0; question < order.questions; question++) {
    const answer = await ask(readers[question % 2]!, someNumber());
    times.push(answer.time);
    found += answer.found;
  }
  delay.disable();
  const lag = await machine();
  database.close();
  times.sort((a, b) => a - b);
  const milliseconds = (nanoseconds: number) => nanoseconds / 1e6;
  return {
    figures: {
      cold: cold.time,
      median: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      held: milliseconds(delay.max),
      machine: lag.max,
      found: found / order.questions,
    },
    lag,
  };
}

async function ask(reader: Actor, number: number) {
  const row = await read(async (db) => {
    const [one] = await db
      .select()
      .from(problem)
      .where(eq(problem.number, `X-2026-${number}`));
    return one!;
  });
  const from = performance.now();
  const similar = await read((db) => similarProblems(db, reader, row, asked));
  return { time: performance.now() - from, found: similar.length };
}
