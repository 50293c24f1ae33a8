import type { Node, Schema } from "@tiptap/pm/model";
import { type EditorState, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { type Step, Transform } from "@tiptap/pm/transform";
import * as Y from "yjs";
import { firstLineAttributes } from "~/record/document/noteLines";
import type { BoundTable } from "./boundTable";
import { BoundTables } from "./boundTables";
import { type CellPlace, cellAround, cellStart } from "./cellPlace";
import { type Flow, indexAt, lengthOfFlow, placeAt } from "./flow";
import { writeStretch } from "./localChange";
import { readFlow } from "./readFlow";
import { takeDelta, takeForm } from "./remoteChange";
import { replaceDifference } from "./replaceDifference";
import { type Stretch, stretchesOf } from "./stretch";
import { joined, touchesTable, withWholeTables } from "./tableStretch";

/** Marks transactions that come from the shared text; they are not written back. */
export const fromShared = "notes.shared";

/** Which notes of which document an editor is bound to. */
export interface NotesPlace {
  schema: Schema;
  document: Y.Doc;
  topicId: string;
  text: Y.Text;
}

/**
 * Keeps the document of an editor and a shared text in step: every change of the one becomes the same change of the
 * other, at its exact place, so that no word of anybody is written anew because of what somebody else does.
 */
export class BoundNotes {
  #flow: Flow;
  /** The document of the editor as it was when both were in step last. */
  #doc: Node;
  readonly #tables: BoundTables;

  constructor(readonly place: NotesPlace) {
    this.#tables = new BoundTables(place);
    const { flow, doc } = this.#read();
    this.#flow = flow;
    this.#doc = doc;
  }

  #read(): { flow: Flow; doc: Node } {
    const { schema, text } = this.place;
    this.#tables.forget();
    const { flow, nodes } = readFlow(schema, text, false, (id) => this.#tables.show(id));
    return { flow, doc: schema.node("doc", null, nodes) };
  }

  /** Reads the document that the text holds now, and is in step with it from then on. */
  document(): Node {
    const { flow, doc } = this.#read();
    this.#flow = flow;
    this.#doc = doc;
    return doc;
  }

  /** Tells whether a change cannot be written: rows and columns are changed in the shared table, not in the editor. */
  refuses(tr: Transaction): boolean {
    return tr.docChanged && !tr.getMeta(fromShared) && this.#tables.changesSize(tr.before, tr.doc);
  }

  /**
   * Writes what transactions of the editor changed, step by step. Its origin in the shared document is this object.
   * @param doc the document of the editor after them
   */
  write(transactions: readonly Transaction[], doc: Node): void {
    if (doc === this.#doc) return;
    this.place.document.transact(() => {
      for (const change of this.#changes(transactions, doc))
        for (const [at, step] of change.steps.entries())
          this.#writeStep(step, change.docs[at]!, change.docs[at + 1] ?? change.doc);
    }, this);
    this.#doc = doc;
  }

  /** The changes that lead to the document; worked out anew where what is told does not (one was told late). */
  #changes(transactions: readonly Transaction[], doc: Node): readonly Transform[] {
    let known = this.#doc;
    const told = transactions.filter((tr) => tr.docChanged && !tr.getMeta(fromShared));
    for (const tr of told) {
      if (tr.before !== known) return [difference(this.#doc, doc)];
      known = tr.doc;
    }
    return known === doc ? told : [difference(this.#doc, doc)];
  }

  #writeStep(step: Step, before: Node, after: Node): void {
    const stretches = stretchesOf(step, before, after);
    const cells = stretches.map(({ from, to }) => cellAround(before, from, to));
    const crosses = stretches.some((stretch, at) => !cells[at] && touchesTable(before, after, stretch));
    if (crosses) {
      writeStretch(
        this.#flow,
        before,
        after,
        withWholeTables(before, after, joined(stretches)),
        this.#tables,
      );
      return;
    }
    for (const [at, stretch] of [...stretches.entries()].reverse()) {
      const cell = cells[at];
      if (cell) this.#writeInCell(cell, after, stretch);
      else writeStretch(this.#flow, before, after, stretch, this.#tables);
    }
  }

  #writeInCell(cell: CellPlace, after: Node, stretch: Stretch): void {
    const flow = this.#cellFlow(cell);
    const now = after.resolve(stretch.newFrom - (stretch.from - cell.start)).parent;
    if (flow) writeStretch(flow, cell.node, now, within(stretch, cell.start), this.#tables);
  }

  #cellFlow({ child, row, column }: CellPlace): Flow | undefined {
    const block = this.#flow.blocks[child];
    const id = block?.kind === "token" ? block.table : null;
    return id === null ? undefined : this.#tables.get(id)?.cells[row]?.[column];
  }

  /** Takes in what a transaction of the shared document changed; null where nothing of these notes did. */
  take(transaction: Y.Transaction, state: EditorState): Transaction | null {
    const changed = transaction.changedParentTypes;
    const tr = state.tr.setMeta(fromShared, true).setMeta("addToHistory", false);
    try {
      const built = this.#takeText(tr, changed);
      this.#takeTables(tr, changed, built);
    } catch {
      // Rare, such as a table that was moved; reading it all again is slower, never wrong.
      return this.rebuild(state);
    }
    if (!this.isInStep(tr.doc)) return this.rebuild(state);
    if (!tr.docChanged) return null;
    this.#doc = tr.doc;
    return tr.setSelection(mapped(state.selection, tr));
  }

  #takeText(tr: Transaction, changed: Changed): Set<string> {
    const built = new Set<string>();
    const show = (id: string) => {
      if (this.#tables.get(id)) throw new Error("a table is there already");
      built.add(id);
      return this.#tables.show(id);
    };
    this.#takeEvents(tr, this.#flow, 0, changed, show);
    this.#tables.keep(this.#flow);
    return built;
  }

  #takeEvents(
    tr: Transaction,
    flow: Flow,
    start: number,
    changed: Changed,
    show: (id: string) => Node | null,
  ) {
    const events = eventsOf(changed, flow.text);
    for (const event of events) {
      if (event.target !== flow.text) continue;
      takeDelta(tr, flow, start, event.delta, show);
      if (event.keys.size > 0) tr.setNodeMarkup(start, null, { ...firstLineAttributes(flow.text) });
    }
    for (const { target } of events) if (target instanceof Y.Map) takeForm(tr, flow, start, target);
  }

  #takeTables(tr: Transaction, changed: Changed, built: Set<string>): void {
    for (const [child, block] of this.#flow.blocks.entries()) {
      if (block.kind !== "token" || block.table === null || built.has(block.table)) continue;
      const table = this.#tables.get(block.table);
      if (!table) continue;
      if (changed.has(table.map as never)) this.#showAnew(tr, child, table.id);
      else
        for (const [row, flows] of table.cells.entries())
          for (const [column, flow] of flows.entries())
            if (changed.has(flow.text as never))
              this.#takeEvents(tr, flow, cellStart(tr.doc, { child, row, column }), changed, () => null);
    }
  }

  #showAnew(tr: Transaction, child: number, id: string): void {
    this.#tables.forget(id);
    const node = this.#tables.show(id);
    if (!node) throw new Error("a table without a row or a column cannot be shown");
    let position = 0;
    for (let at = 0; at < child; at++) position += tr.doc.child(at).nodeSize;
    const shown = tr.doc.child(child);
    replaceDifference(tr, position + 1, shown, node);
  }

  /** Tells whether a document has as many places as the text. */
  isInStep(doc: Node): boolean {
    const flow = this.#flow;
    if (flow.blocks.length !== doc.childCount || lengthOfFlow(flow, doc) !== flow.text.length) return false;
    return flow.blocks.every(
      (block, child) =>
        block.kind === "line" || block.table === null || this.#tables.isInStep(block.table, doc.child(child)),
    );
  }

  /** Puts the document in step with the text again, whatever happened, changing as little as can be. */
  rebuild(state: EditorState): Transaction {
    const tr = state.tr.setMeta(fromShared, true).setMeta("addToHistory", false);
    replaceDifference(tr, 0, state.doc, this.document());
    this.#doc = tr.doc;
    return tr;
  }

  /** The place in the shared document of a position in the editor. */
  placeOf(position: number): SharedPlace {
    const cell = cellAround(this.#doc, position, position);
    const flow = cell && this.#cellFlow(cell);
    if (cell && flow) return { text: flow.text, index: indexAt(flow, cell.node, position - cell.start) };
    return { text: this.#flow.text, index: indexAt(this.#flow, this.#doc, position) };
  }

  /** The position in the editor of a place in the shared document; null where it does not show it. */
  positionOf({ text, index }: SharedPlace): number | null {
    if (text === this.#flow.text) return placeAt(this.#flow, this.#doc, index).position;
    for (const [child, block] of this.#flow.blocks.entries()) {
      const table =
        block.kind === "token" && block.table !== null ? this.#tables.get(block.table) : undefined;
      const cell = table && findCell(table, text);
      if (!cell) continue;
      const start = cellStart(this.#doc, { child, ...cell });
      return start + placeAt(cell.flow, this.#doc.resolve(start).parent, index).position;
    }
    return null;
  }

  /** Tells, once, whether the editor has to show anew what it wrote: a table that is new got its name. */
  get isStale(): boolean {
    return this.#tables.takeStale();
  }
}

/** A place in the text of some notes, or of a cell in them. */
export interface SharedPlace {
  text: Y.Text;
  index: number;
}

function findCell(table: BoundTable, text: Y.Text): { row: number; column: number; flow: Flow } | null {
  for (const [row, flows] of table.cells.entries())
    for (const [column, flow] of flows.entries()) if (flow.text === text) return { row, column, flow };
  return null;
}

function difference(before: Node, after: Node): Transform {
  const change = new Transform(before);
  replaceDifference(change, 0, before, after);
  return change;
}

type Changed = Y.Transaction["changedParentTypes"];

function eventsOf(changed: Changed, text: Y.Text): Y.YEvent<Y.AbstractType<unknown>>[] {
  const events = (changed.get(text as never) ?? []) as Y.YEvent<Y.AbstractType<unknown>>[];
  return events.filter(({ target }) => !target._item?.deleted);
}

function within({ from, to, newFrom, newTo }: Stretch, start: number): Stretch {
  const newStart = newFrom - (from - start);
  return { from: from - start, to: to - start, newFrom: newFrom - newStart, newTo: newTo - newStart };
}

/** A caret stays in front of what others write at its place. */
function mapped(selection: Selection, tr: Transaction): Selection {
  if (!(selection instanceof TextSelection) || !selection.empty) return tr.selection;
  return TextSelection.near(tr.doc.resolve(tr.mapping.map(selection.head, -1)), -1);
}
