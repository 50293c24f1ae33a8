import { halfDone, lostOrDoubled } from "../checks";
import { type Sender, saidIn } from "../sender";
import { type Ask, countsOf, type Work } from "./work";

const rows = 60;

/** Lists that a street imports: a file is brought, then its rows are taken over. */
export class ImportWork implements Work {
  readonly name = "import";
  /** Taken over, as the page said. */
  readonly #begun = new Set<string>();
  readonly #sent = new Set<string>();
  /** Of which all rows were there at some time. */
  readonly #done = new Set<string>();

  constructor(
    readonly sender: Sender,
    readonly list: string,
  ) {}

  async once(): Promise<void> {
    const mark = `im${this.#sent.size}x`;
    this.#sent.add(mark);
    const lines = Array.from({ length: rows }, (_, at) => `${mark}${at},晚上一片黑${mark}${at}。,公共设施`);
    const file = new File([`问题名称,群众原话,问题类别\n${lines.join("\n")}\n`], `${mark}.csv`);
    const page = `${this.list}/import`;
    const brought = await this.sender.press(page, { intent: "upload", file }, `${mark}-file`);
    if (brought.status !== 302) throw new Error(`a file is answered with ${brought.status}`);
    const columns = { title: "0", originalWording: "1", problemClass: "2" };
    const taken = await this.sender.press(page, { intent: "import", ...columns }, `${mark}-rows`);
    // Whoever comes back after a kill finds the import before given up for five minutes.
    if (taken.status === 302) this.#begun.add(mark);
    else if (taken.status !== 409)
      throw new Error(`an import is answered with ${taken.status}: ${saidIn(taken.text)}`);
  }

  promised(): Set<string> {
    return new Set(this.#begun);
  }

  check(ask: Ask, promised: ReadonlySet<string>): string[] {
    const files = ask<{ mark: string; state: string; there: number }>(
      `select replace(file_name, '.csv', '') as mark, imported_file.state as state,
         (select count(*) from imported_row
          join problem on problem.imported_row_id = imported_row.id
          join listing on listing.problem_id = problem.id and listing.state = 'draft'
          where imported_row.file_id = imported_file.id
            and problem.id not in (select problem_id from withheld_problem)) as there
       from imported_file where file_name glob 'im[0-9]*x.csv'`,
    );
    const faults = lostOrDoubled("import", countsOf(files), promised, this.#sent);
    faults.push(
      ...halfDone(
        "import",
        files.map(({ mark, there }) => ({ name: mark, there, whole: rows })),
      ),
    );
    for (const { mark, state, there } of files) {
      if (state === "done") this.#done.add(mark);
      if (state !== "done" && there > 0) faults.push(`import: ${mark} is ${state} and its rows are there`);
      if (this.#done.has(mark) && there !== rows)
        faults.push(`import: ${mark} was done and its rows are gone`);
    }
    return faults;
  }

  /** How many imports were finished. */
  get finished(): number {
    return this.#done.size;
  }
}
