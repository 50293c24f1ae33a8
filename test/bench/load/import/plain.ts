import { createHmac } from "node:crypto";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict";
import Sqlite from "better-sqlite3";
import readXlsxFile from "read-excel-file/node";
import { newId } from "~/ledger/identifier.server";
import { openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import { databaseFile } from "~db/dataFolder";
import { smallDistrict } from "../../../builders/district";
import { programs } from "../../places";
import { listFile } from "./lists";
import type { Lists } from "./ours";

const at = "2026-11-10T02:00:00.000Z";
const isWord = (token: string) => /[\p{L}\p{N}]/u.test(token);

/**
 * What would do without letting anybody in between: reads each list with the library and writes it in one transaction,
 * with statements prepared once: the row, its event in a signed chain, and its words for the search.
 */
export async function importPlain({ folder, lists, files }: Lists) {
  const file = databaseFile(folder);
  const database = openDatabase(file, programs);
  setDatabase(database);
  const { units } = await smallDistrict();
  database.close();
  const connection = new Sqlite(file);
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"])
    connection.pragma(pragma);
  const write = plainWriter(connection, units.east!);
  const cpu = process.cpuUsage();
  const from = performance.now();
  for (let list = 0; list < lists; list++) {
    const [sheet] = await readXlsxFile(listFile(files, list));
    write(sheet!.data.slice(1) as string[][]);
  }
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const processor = (user + system) / 1e6;
  const [{ number }] = connection.prepare("select count(*) as number from problem").all() as [
    { number: number },
  ];
  connection.close();
  return { seconds, processor, number, megabytes: process.resourceUsage().maxRSS / 1024 };
}

function plainWriter(connection: Sqlite.Database, streetId: string) {
  const jieba = Jieba.withDict(dict);
  const problem = connection.prepare(
    `insert into problem (id, number, street_id, source, original_wording, title, problem_class, place, raised_at,
       created_at, source_number) values (?, ?, ?, 'hotline', ?, ?, 'other', ?, ?, ?, ?)`,
  );
  const head = connection.prepare("select sequence, hash from ledger_head");
  const event = connection.prepare(
    `insert into ledger_entry (sequence, at, verb, subject_kind, subject_id, scope_unit_id, after, previous_hash, hash)
       values (?, ?, 'problem.add', 'problem', ?, ?, ?, ?, ?)`,
  );
  const moveHead = connection.prepare("update ledger_head set sequence = ?, hash = ?, signature = ?");
  const entry = connection.prepare(
    "insert into search_entry (kind, subject_id, version) values ('problem', ?, 3)",
  );
  const words = connection.prepare(
    "insert into search_text (rowid, kind, subject_id, tokens) values (?, ?, ?, ?)",
  );
  const sign = (text: string) =>
    createHmac("sha256", "a key for benches that is long enough").update(text).digest("hex");
  let count = 0;
  return connection.transaction((rows: string[][]) => {
    let { sequence, hash } = head.get() as { sequence: number; hash: string };
    for (const [title, wording, place, source] of rows as [string, string, string, string][]) {
      const id = newId();
      const number = `EST-2026-${String(++count).padStart(4, "0")}`;
      problem.run(id, number, streetId, wording, title, place, at, at, source);
      const after = JSON.stringify({
        number,
        title: sign(title),
        wording: sign(wording),
        place: sign(place),
      });
      const previous = hash;
      sequence += 1;
      hash = sign(JSON.stringify([sequence, at, "problem.add", id, streetId, after, previous]));
      event.run(sequence, at, id, streetId, after, previous, hash);
      const { lastInsertRowid } = entry.run(id);
      const text = [number, title, place, wording].join("\n");
      words.run(lastInsertRowid, "problem", id, jieba.cutForSearch(text, false).filter(isWord).join(" "));
    }
    moveHead.run(sequence, hash, sign(`${sequence} ${hash}`));
  });
}
