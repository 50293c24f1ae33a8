import { importLimits, readingLimits } from "~/problem/import/importLimits";
import type { SheetRow } from "~/problem/import/table";
import { numberText } from "./cellText";
import { columnOf, type Merge, MergeFiller } from "./merges";
import { ReadingRefused } from "./reading";
import { TextPieces } from "./sharedStrings";
import type { XmlListener } from "./xml";

/** What the cells of a workbook refer to. */
export interface Lookups {
  strings: readonly string[];
  dateStyles: readonly boolean[];
  from1904: boolean;
}

/**
 * Takes the rows of a sheet from its XML as they come. Only what is there is held: a row or a cell whose address no
 * spreadsheet has is refused with `fileBeyondSheet`. Rows and cells without an address follow the one before.
 */
export class SheetRows implements XmlListener {
  #row = 0;
  #column = -1;
  #elements = 0;
  #cells: string[] = [];
  #own = false;
  #type = "";
  #style = 0;
  #value = "";
  #inValue = false;
  readonly #pieces = new TextPieces();
  readonly #filler: MergeFiller;

  constructor(
    readonly lookups: Lookups,
    merges: readonly Merge[],
    /** Given each row that has something in it. */
    readonly take: (row: SheetRow) => void,
    readonly enough: () => boolean = () => false,
  ) {
    this.#filler = new MergeFiller(merges);
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === "row") this.#beginRow(attributes.r);
    else if (name === "c") this.#beginCell(attributes);
    else if (name === "v") this.#inValue = true;
    else this.#pieces.open(name);
  }

  text(text: string): void {
    if (this.#inValue && this.#value.length <= importLimits.cellCharacters) this.#value += text;
    else this.#pieces.text(text);
  }

  close(name: string): void {
    if (name === "v") this.#inValue = false;
    else if (name === "c") this.#endCell();
    else if (name === "row") this.#endRow();
    else this.#pieces.close(name);
  }

  #beginRow(address: string | undefined): void {
    this.#row = address === undefined ? this.#row + 1 : Number(address);
    this.#elements += 1;
    const most = readingLimits.sheetRows;
    if (!(this.#row >= 1 && this.#row <= most) || this.#elements > most)
      throw new ReadingRefused("fileBeyondSheet");
    this.#column = -1;
    this.#cells = [];
    this.#own = false;
  }

  #beginCell({ r, t = "", s }: Record<string, string>): void {
    this.#column =
      r === undefined ? this.#column + 1 : columnOf(/^\$?([A-Z]{1,10})/i.exec(r)?.[1]?.toUpperCase() ?? "A");
    if (this.#column >= readingLimits.sheetColumns) throw new ReadingRefused("fileBeyondSheet");
    this.#type = t;
    this.#style = Number(s ?? 0);
    this.#value = "";
    this.#pieces.take();
  }

  #endCell(): void {
    const text = this.#cellText();
    if (text === "" || this.#column >= importLimits.columns) return;
    this.#cells[this.#column] = text;
    this.#own = true;
  }

  #cellText(): string {
    const { strings, dateStyles, from1904 } = this.lookups;
    const inline = this.#pieces.take();
    switch (this.#type) {
      case "s":
        return strings[Number(this.#value)] ?? "";
      case "inlineStr":
        return inline;
      case "b":
        return this.#value === "1" ? "TRUE" : this.#value === "0" ? "FALSE" : this.#value;
      case "":
      case "n":
        return this.#value === ""
          ? inline
          : numberText(this.#value, dateStyles[this.#style] ?? false, from1904);
      case "d":
        return this.#value.replace("T", " ").replace(/ 00:00:00(\.0+)?Z?$/, "");
      default:
        return this.#value;
    }
  }

  #endRow(): void {
    this.#filler.fill(this.#row, this.#cells, importLimits.columns);
    if (this.#own && this.#cells.some((cell) => cell.trim() !== ""))
      this.take({ row: this.#row, cells: this.#cells });
  }
}
