import type { ReadingMessage, SheetSummary } from "~/problem/import/fileReading";
import { importLimits, readingLimits } from "~/problem/import/importLimits";
import type { SheetRow } from "~/problem/import/table";
import { ReadingRefused } from "./reading";

// A part is taken over by the thread that answers requests, which must not be held up by it.
const partCharacters = 500_000;
const partRows = 500;
// The header and what stands above it do not count, nor do totals below.
const beside = 30;

/** Sends what is read on in small parts, waiting until each is taken, and refuses when it becomes too much. */
export class Receiver {
  #rows: SheetRow[] = [];
  #characters = 0;
  #allRows = 0;
  #allCharacters = 0;
  #waiting: SheetRow[][] = [];

  constructor(readonly send: (message: ReadingMessage) => Promise<void>) {}

  #summary: ReadingMessage | undefined;

  sheets(sheets: SheetSummary[], sheet: number): void {
    this.#summary = { kind: "sheets", sheets, sheet };
  }

  row(row: SheetRow): void {
    this.#allRows += 1;
    if (this.#allRows > importLimits.rows + beside)
      throw new ReadingRefused("tooManyRows", { rows: importLimits.rows });
    const characters = row.cells.reduce((sum, cell) => sum + cell.length, 0);
    this.#allCharacters += characters;
    if (this.#allCharacters > readingLimits.characters)
      throw new ReadingRefused("fileUnpacksTooLarge", { megabytes: readingLimits.unpackedMegabytes });
    this.#rows.push(row);
    this.#characters += characters;
    if (this.#rows.length >= partRows || this.#characters >= partCharacters) this.#closePart();
  }

  /** Passes pieces of a text on, sending between two of them what was read so far. */
  async *paced(pieces: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const piece of pieces) {
      yield piece;
      await this.#sendParts();
    }
  }

  /** Sends the rest. */
  async end(): Promise<void> {
    this.#closePart();
    await this.#sendParts();
    await this.send({ kind: "done" });
  }

  #closePart(): void {
    if (this.#rows.length > 0) this.#waiting.push(this.#rows);
    this.#rows = [];
    this.#characters = 0;
  }

  async #sendParts(): Promise<void> {
    if (this.#summary) await this.send(this.#summary);
    this.#summary = undefined;
    for (const rows of this.#waiting.splice(0)) await this.send({ kind: "rows", rows });
  }
}
