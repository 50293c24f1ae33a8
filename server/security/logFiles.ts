import { appendFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { addDays } from "~/calendar/day";

const fileOf = (day: string) => `security-${day}.jsonl`;
const named = /^security-(\d{4}-\d\d-\d\d)\.jsonl$/;

/** Lines of text in one file a day, readable by their owner alone, each file removed when its time is over. */
export class LogFiles {
  #day = "";

  /**
   * @param folder made where it is missing
   * @param days how many days a file is kept
   */
  constructor(
    readonly folder: string,
    readonly days: number,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Adds a line to the file of a day (YYYY-MM-DD); at the first of a day, what is too old goes. */
  append(line: string, day: string): void {
    if (day !== this.#day) this.#tidy(day);
    appendFileSync(join(this.folder, fileOf(day)), `${line}\n`, { mode: 0o600 });
  }

  #tidy(today: string): void {
    this.#day = today;
    const oldest = addDays(today, -this.days);
    for (const name of readdirSync(this.folder)) {
      const day = named.exec(name)?.[1];
      if (day !== undefined && day < oldest) rmSync(join(this.folder, name), { force: true });
    }
  }
}
