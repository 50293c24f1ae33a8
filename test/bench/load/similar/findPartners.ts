import { similarProblems } from "~/problem/similarProblems.server";
import { openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import { databaseFile } from "~db/dataFolder";
import { read } from "~db/read";
import { problem } from "~db/schema";
import { transact } from "~db/transact";
import { actorOf, smallDistrict, someInstant } from "../../../builders/district";
import { listedProblem, someDay } from "../../../builders/problem";
import { programs } from "../../places";

interface Told {
  title: string;
  words: string;
}

/** Two tellings of each matter, and matters that are told once. */
export interface Tellings {
  pairs: { one: Told; other: Told }[];
  matters: Told[];
}

const first = 5;

/** Puts all on one street's list and looks for each telling's other one among the first that the office is shown. */
export async function findPartners({ folder, pairs, matters }: Tellings & { folder: string }) {
  const database = openDatabase(databaseFile(folder), programs);
  setDatabase(database);
  const district = await smallDistrict();
  await someDay(district, "2026-12", "collecting");
  const add = async ({ title, words }: Told) => {
    // What is said of class and place in these tellings stands in their words alone.
    const told = { title, originalWording: words, summary: "", place: "", problemClass: "other" } as const;
    return (await listedProblem(district, "street-west", "2026-12", told)).problemId;
  };
  const partners = new Map<string, string>();
  await database.withoutSync(async () => {
    for (const { one, other } of pairs) {
      const [a, b] = [await add(one), await add(other)];
      partners.set(a, b).set(b, a);
    }
    for (const matter of matters) await add(matter);
    await transact((tx) => tx.update(problem).set({ submittedAt: someInstant }));
  });
  const office = await actorOf("office", someInstant.slice(0, 10));
  const rows = await read((db) => db.select().from(problem));
  let found = 0;
  for (const row of rows) {
    if (!partners.has(row.id)) continue;
    const similar = await read((db) => similarProblems(db, office, row, first));
    if (similar.some((one) => one.problem.id === partners.get(row.id))) found += 1;
  }
  database.close();
  return { figures: { share: found / partners.size, tellings: rows.length }, lag: null };
}
