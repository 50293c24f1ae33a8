import { readDate } from "~/problem/import/dates";
import { cellsByHeader, cleanCell, isBeside, type SheetRow } from "~/problem/import/table";
import { namesIn } from "~/problem/import/unitsWritten";
import type { TakenOverState } from "~/task/taskState";
import { type Choices, ledgerTextLimits } from "./choices";
import type { LedgerColumn, LedgerTable } from "./ledgerColumns";
import { readState } from "./ledgerState";
import { readDeadline } from "./readDeadline";

/** Why a row is not taken over, with the words that are meant. */
export interface LedgerFault {
  code:
    | "text"
    | "tooLong"
    | "lead"
    | "unitUnknown"
    | "due"
    | "dueMissing"
    | "source"
    | "heldOn"
    | "heldOnMissing"
    | "heldAhead"
    | "street"
    | "twice";
  text?: string;
}

/** A row of an earlier ledger as a task. */
export interface LedgerTask {
  source: { name: string; heldOn: string; documentNumber: string };
  title: string;
  text: string;
  leadUnitId: string;
  assistingUnitIds: string[];
  dueDate: string;
  progress: string;
  state: TakenOverState;
  streetId: string;
}

/** A row as it was read: a task, or why it is none. */
export interface LedgerRow {
  sheet: string;
  /** In its sheet, from 1. */
  row: number;
  title: string;
  faults: LedgerFault[];
  /** Several lead units stood there: the first leads, the others assist. */
  severalLead: boolean;
  /** Names in it that no unit has. */
  unknown: string[];
  /** By what it is known again, as it stands there. */
  known: string;
  cells: Record<string, string>;
  task?: LedgerTask;
}

/** What is known while a ledger is read. */
export interface LedgerContext {
  sheet: string;
  today: string;
  choices: Choices;
  /** The unit of a name; null where it was chosen to be none. */
  unitCalled: (name: string) => string | null | undefined;
  isStreet: (unitId: string) => boolean;
  /** The consultation office, which verifies what lies in no street's territory. */
  officeId: string;
}

/** Reads the rows of a sheet; those that are empty, totals or signatures are left out. */
export function readLedgerRows(table: LedgerTable, context: LedgerContext): LedgerRow[] {
  return table.rows
    .filter((row) => row.cells.some((cell) => cell.trim() !== "") && !isBeside(row))
    .map((row) => new RowReading(row, table, context).read());
}

class RowReading {
  readonly #faults: LedgerFault[] = [];
  readonly #unknown: string[] = [];
  #severalLead = false;

  constructor(
    readonly row: SheetRow,
    readonly table: LedgerTable,
    readonly context: LedgerContext,
  ) {}

  read(): LedgerRow {
    const source = this.#source();
    const { title, text } = this.#words();
    const { leadUnitId, assistingUnitIds } = this.#units();
    const dueDate = this.#dueDate(source.heldOn);
    const streetId = this.#street(leadUnitId);
    const progress = this.#cell("progress");
    if (progress.length > ledgerTextLimits.progress) this.#fault("tooLong");
    const state = readState(this.#cell("state"), this.context.choices.finished);
    const task = { source, title, text, leadUnitId, assistingUnitIds, dueDate, progress, state, streetId };
    return {
      ...{ sheet: this.context.sheet, row: this.row.row, title: title.slice(0, ledgerTextLimits.title) },
      ...{ faults: this.#faults, unknown: this.#unknown, severalLead: this.#severalLead },
      known: JSON.stringify(keyColumns.map((column) => plain(this.#cell(column)))),
      cells: cellsByHeader(this.table.headers, this.row),
      task: this.#faults.length === 0 ? task : undefined,
    };
  }

  #cell(column: LedgerColumn): string {
    const at = this.table.columns[column];
    return at === undefined ? "" : cleanCell(this.row.cells[at] ?? "");
  }

  #fault(code: LedgerFault["code"], text?: string): void {
    if (!this.#faults.some((one) => one.code === code && one.text === text))
      this.#faults.push(text === undefined ? { code } : { code, text: text.slice(0, 50) });
  }

  #words() {
    const matter = this.#cell("matter").replace(/\s+/g, " ");
    const text = this.#cell("text") || matter;
    const title = matter || (text.split("\n")[0] ?? "");
    if (!text) this.#fault("text");
    if (matter.length > ledgerTextLimits.title || text.length > ledgerTextLimits.text) this.#fault("tooLong");
    return { title: title.slice(0, ledgerTextLimits.title), text };
  }

  #source() {
    const { sourceName, sourceDate } = this.context.choices;
    const name = this.#cell("source").replace(/\s+/g, " ") || sourceName;
    const documentNumber = this.#cell("documentNumber").replace(/\s+/g, " ");
    const written = this.#cell("heldOn");
    const read = written
      ? readDate(written, "monthFirst", this.context.today)?.date.slice(0, 10)
      : sourceDate;
    const heldOn = read ?? "";
    if (!name) this.#fault("source");
    if (written && !heldOn) this.#fault("heldOn", written);
    else if (!heldOn) this.#fault("heldOnMissing");
    if (heldOn >= this.context.today) this.#fault("heldAhead", heldOn);
    if (name.length > ledgerTextLimits.name || documentNumber.length > ledgerTextLimits.name)
      this.#fault("tooLong");
    return { name, heldOn, documentNumber };
  }

  #units() {
    const named = this.#unitsIn(this.#cell("lead"));
    const [leadUnitId = "", ...others] = named;
    if (!this.#cell("lead")) this.#fault("lead");
    else if (!leadUnitId && this.#unknown.length === 0) this.#fault("lead");
    this.#severalLead = others.length > 0;
    const assisting = [...others, ...this.#unitsIn(this.#cell("assisting"))];
    for (const name of this.#unknown) this.#fault("unitUnknown", name);
    return { leadUnitId, assistingUnitIds: [...new Set(assisting)].filter((id) => id !== leadUnitId) };
  }

  /** The units that a cell names: as a whole, or one after another. */
  #unitsIn(cell: string): string[] {
    if (!cell) return [];
    const whole = this.context.unitCalled(cell);
    if (whole) return [whole];
    return namesIn(cell.replace(/[（(][^）)]*[）)]/g, "")).flatMap((name) => {
      const id = this.context.unitCalled(name);
      if (id === undefined) this.#unknown.push(name.slice(0, ledgerTextLimits.name));
      return id ? [id] : [];
    });
  }

  #dueDate(heldOn: string): string {
    const written = this.#cell("due");
    const read = written ? readDeadline(written, heldOn || this.context.today) : undefined;
    const due = read ?? this.context.choices.dueDate;
    if (!due) this.#fault(written ? "due" : "dueMissing", written || undefined);
    return due;
  }

  /** Where it lies: as the row says, else with a street that leads it, else as it was chosen. */
  #street(leadUnitId: string): string {
    const written = this.#cell("street");
    const { isStreet, unitCalled, choices, officeId } = this.context;
    const named = written ? unitCalled(written) : undefined;
    if (written && named === undefined) {
      this.#unknown.push(written.slice(0, ledgerTextLimits.name));
      this.#fault("unitUnknown", written);
    }
    const places = [named ?? "", leadUnitId, choices.streetId ?? ""];
    const found = places.find(isStreet) ?? (choices.streetId === officeId ? officeId : "");
    if (!found) this.#fault("street");
    return found;
  }
}

// What tells a row from others; how far it has come may change from one copy of a ledger to the next.
const keyColumns = ["source", "heldOn", "documentNumber", "matter", "text", "lead", "street"] as const;

const plain = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");
