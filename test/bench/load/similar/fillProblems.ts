import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict";
import Sqlite from "better-sqlite3";
import { type Matter, termsOf } from "~/likeness/terms";
import { openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import { databaseFile } from "~db/dataFolder";
import { indexVersion } from "~db/search";
import { foldForSearch } from "~db/searchFold";
import { smallDistrict } from "../../../builders/district";
import { programs } from "../../places";
import { randomOf } from "../../statistics";
import { someMatter } from "./problemTexts";

const streets = Array.from({ length: 10 }, (_, at) => `s${at}x`);
const slice = 20_000;
const at = "2026-11-01T02:00:00.000Z";

/**
 * Makes a district with so many submitted problems, written in bulk as the use cases would leave them, save the
 * ledger and the index of words, which no question of this bench reads.
 */
export async function fillProblems(order: { folder: string; problems: number }): Promise<void> {
  const file = databaseFile(order.folder);
  const database = openDatabase(file, programs);
  setDatabase(database);
  const { units } = await smallDistrict(streets);
  const random = randomOf(1);
  const draw = (below: number) => Math.floor(random() * below);
  const jieba = Jieba.withDict(dict);
  const split = (text: string) => jieba.cut(text, true).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const writer = bulkWriter(file);
  for (let done = 0; done < order.problems; done += slice) {
    const matters = Array.from({ length: Math.min(slice, order.problems - done) }, () => someMatter(draw));
    writer.write(
      matters.map((matter, index) => ({
        number: done + index + 1,
        streetId: units[streets[draw(streets.length)]!]!,
        matter,
        terms: termsOf(matter, foldForSearch, split),
      })),
    );
  }
  writer.close();
  database.close();
}

interface Row {
  number: number;
  streetId: string;
  matter: Required<Matter>;
  terms: string;
}

function bulkWriter(file: string) {
  const connection = new Sqlite(file);
  connection.pragma("synchronous = OFF");
  const problem = connection.prepare(
    `insert into problem (id, number, street_id, source, original_wording, title, problem_class, place, raised_at,
       created_at, submitted_at) values (?, ?, ?, 'resident', ?, ?, ?, ?, ?, ?, ?)`,
  );
  const entry = connection.prepare(
    "insert into search_entry (kind, subject_id, version, terms) values ('problem', ?, ?, ?)",
  );
  const index = connection.prepare("insert into likeness_problem (rowid, terms) values (?, ?)");
  const write = connection.transaction((rows: Row[]) => {
    for (const { number, streetId, matter, terms } of rows) {
      const { title, text, problemClass, place } = matter;
      const id = `problem ${number}`;
      problem.run(id, `X-2026-${number}`, streetId, text, title, problemClass, place, at, at, at);
      const { lastInsertRowid } = entry.run(id, indexVersion, terms);
      index.run(lastInsertRowid, terms);
    }
  });
  return { write, close: () => connection.close() };
}
