import { readFileSync } from "node:fs";
import { count } from "drizzle-orm";
import { browseForm } from "~/problem/browse/browseForm";
import { browseProblems } from "~/problem/browse/browseProblems.server";
import { registerFileReader } from "~/problem/import/fileReader.server";
import { importList } from "~/problem/import/importList.server";
import { openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import { databaseFile } from "~db/dataFolder";
import { read } from "~db/read";
import { problem } from "~db/schema";
import { fileReader } from "~server/workers/fileReader";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { someDay } from "../../../builders/problem";
import { programs } from "../../places";
import { quantile } from "../../statistics";
import { listFile } from "./lists";

const now = "2026-11-10T02:00:00.000Z";
// Somebody asks for a page so often.
const askEvery = 25;

/** Lists that lie in a folder, and the folder of the database they go into. */
export interface Lists {
  folder: string;
  files: string;
  lists: number;
}

/** Imports the lists as a street's officer does, one after the other, while others ask for pages. */
export async function importOurs({ folder, lists, files }: Lists) {
  const database = openDatabase(databaseFile(folder), programs);
  setDatabase(database);
  registerFileReader(fileReader);
  const maintenance = database.maintain((error) => {
    throw error;
  });
  const district = await smallDistrict();
  const month = "2026-12";
  await someDay(district, month, "collecting");
  const others = othersAsking(district);
  const cpu = process.cpuUsage();
  const from = performance.now();
  for (let list = 0; list < lists; list++) {
    const file = { name: `list-${list}.xlsx`, bytes: readFileSync(listFile(files, list)) };
    const place = { month, street: "east" };
    const imported = await importList(district.actors["street-east"]!, { ...place, file }, now);
    if (!imported.ok) throw new Error(imported.refusal.code);
  }
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const processor = (user + system) / 1e6;
  const waited = others();
  const [{ number }] = await read(
    async (db) => (await db.select({ number: count() }).from(problem)) as [{ number: number }],
  );
  await maintenance.stop();
  database.close();
  return {
    seconds,
    processor,
    number,
    p99: quantile(waited, 0.99),
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/** Asks for a page again and again, also while the last one is waited for; the answer ends it and tells the times. */
function othersAsking(district: SmallDistrict): () => number[] {
  const times: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const from = performance.now();
    // Who could not even ask has waited too.
    const late = Math.max(0, from - last - askEvery);
    last = from;
    void browseProblems(district.actors["street-west"]!, browseForm.parse({ q: "路灯" })).then(() => {
      times.push(late + performance.now() - from);
    });
  }, askEvery);
  return () => {
    clearInterval(timer);
    return times.sort((a, b) => a - b);
  };
}
