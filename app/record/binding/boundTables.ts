import type { Node } from "@tiptap/pm/model";
import { newRecordId } from "~/record/document/newRecordId";
import { setTableTaken } from "~/record/document/noteTable";
import { type BoundTable, makeTable, readTable, sizeOf, type TablePlace } from "./boundTable";
import { type Flow, lengthOfFlow } from "./flow";
import { type Tables, writeNew, writeStretch } from "./localChange";

/** The tables that some notes show, each with the texts of its cells. */
export class BoundTables implements Tables {
  readonly #shown = new Map<string, BoundTable>();
  /** Ids of tables that the editor made and that have not been written yet. */
  readonly #fresh = new WeakMap<Node, string>();
  #stale = false;

  constructor(readonly place: TablePlace) {}

  get(id: string): BoundTable | undefined {
    return this.#shown.get(id);
  }

  /** Reads a table as it is now; null where it cannot be shown, or is shown already. */
  show(id: string): Node | null {
    if (this.#shown.has(id)) return null;
    const read = readTable(this.place, id);
    if (read) this.#shown.set(id, read.table);
    return read?.node ?? null;
  }

  /** Forgets one table, or all: they are about to be read anew. */
  forget(id?: string): void {
    if (id === undefined) this.#shown.clear();
    else this.#shown.delete(id);
  }

  /** Forgets the tables that are no longer in the text. */
  keep(flow: Flow): void {
    const there = new Set(flow.blocks.map((block) => (block.kind === "token" ? block.table : null)));
    for (const id of this.#shown.keys()) if (!there.has(id)) this.#shown.delete(id);
  }

  /** The id for a table that the editor made; the same one each time it is asked for. */
  newId(node: Node): string {
    const id = this.#fresh.get(node) ?? newRecordId();
    this.#fresh.set(node, id);
    return id;
  }

  /** Writes a table that is new, with what stands in it. */
  insert(node: Node, id: string): void {
    const cells = makeTable(this.place, id, node);
    for (const [row, texts] of cells.entries())
      for (const [column, text] of texts.entries()) {
        const cell = node.child(row).maybeChild(column);
        if (cell) writeNew(text, cell);
      }
    this.show(id);
    this.#stale = true;
  }

  take(id: string): void {
    setTableTaken(this.place.document, this.place.topicId, id);
  }

  /** Writes what differs between a table before and after a change that left its size as it was. */
  align(id: string, before: Node, after: Node): void {
    const table = this.#shown.get(id);
    for (const [row, flows] of (table?.cells ?? []).entries())
      for (const [column, flow] of flows.entries()) {
        const [old, now] = [before.child(row).child(column), after.child(row).child(column)];
        if (old === now) continue;
        const whole = { from: 0, to: old.content.size, newFrom: 0, newTo: now.content.size };
        writeStretch(flow, old, now, whole, this);
      }
  }

  /** Tells whether a change of the document adds or takes away rows or columns of a table that stays. */
  changesSize(before: Node, after: Node): boolean {
    const sizes = new Map<unknown, Node>();
    before.forEach((child) => {
      if (this.#shown.has(child.attrs.id as string)) sizes.set(child.attrs.id, child);
    });
    let changes = false;
    const seen = new Set<unknown>();
    after.forEach((child) => {
      const old = sizes.get(child.attrs.id);
      if (!old || old === child || seen.has(child.attrs.id)) return;
      seen.add(child.attrs.id);
      if (!sameShape(old, child)) changes = true;
    });
    return changes;
  }

  /** Tells whether a table of the editor has as many places as its cells. */
  isInStep(id: string, node: Node): boolean {
    const table = this.#shown.get(id);
    if (!table || node.childCount !== table.rows.length) return false;
    return table.cells.every((flows, row) =>
      flows.every((flow, column) => {
        const cell = node.child(row).maybeChild(column);
        return (
          cell && cell.childCount === flow.blocks.length && lengthOfFlow(flow, cell) === flow.text.length
        );
      }),
    );
  }

  /** Tells, once, whether a table was written that the editor does not know by its id yet. */
  takeStale(): boolean {
    const stale = this.#stale;
    this.#stale = false;
    return stale;
  }
}

function sameShape(one: Node, other: Node): boolean {
  if (one.childCount !== other.childCount) return false;
  const [size, otherSize] = [sizeOf(one), sizeOf(other)];
  if (size.column !== otherSize.column) return false;
  let same = true;
  one.forEach((row, _offset, at) => {
    const twin = other.child(at);
    if (row.childCount !== twin.childCount) same = false;
    else
      row.forEach((cell, _inside, column) => {
        const { type, attrs } = twin.child(column);
        if (cell.type !== type || attrs.colspan !== 1 || attrs.rowspan !== 1) same = false;
      });
  });
  return same;
}
