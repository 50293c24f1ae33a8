import { writeFileSync } from "node:fs";
import { join } from "node:path";
import writeXlsxFile from "write-excel-file/node";
import { randomOf } from "../../statistics";
import { someMatter } from "../similar/problemTexts";

/** A row of a list: as a hotline's export has it. */
interface ListedRow {
  title: string;
  words: string;
  place: string;
  source: string;
}

const head = ["问题名称", "群众原话", "具体位置", "来源编号"];
const characters = 200;

/** Writes lists of so many rows of two hundred characters each as workbooks; no two rows are alike. */
export async function writeLists(order: { folder: string; lists: number; rows: number }): Promise<void> {
  const random = randomOf(3);
  const draw = (below: number) => Math.floor(random() * below);
  for (let list = 0; list < order.lists; list++) {
    const rows = Array.from({ length: order.rows }, (_, at) => someRow(draw, list * order.rows + at));
    const data = [head, ...rows.map(({ title, words, place, source }) => [title, words, place, source])];
    const cells = data.map((row) => row.map((value) => ({ value, type: String })));
    const file = await writeXlsxFile([{ data: cells }]).toBuffer();
    writeFileSync(listFile(order.folder, list), file);
  }
}

function someRow(draw: (below: number) => number, number: number): ListedRow {
  const { title, text, place } = someMatter(draw);
  const source = `H-${number}`;
  let words = text;
  const wanted = characters - title.length - place.length - source.length;
  while (words.length < wanted) words += someMatter(draw).text;
  return { title, words: words.slice(0, wanted), place, source };
}

/** Where one of the lists lies. */
export function listFile(folder: string, list: number): string {
  return join(folder, `list-${list}.xlsx`);
}
