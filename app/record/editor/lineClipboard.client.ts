import { Extension } from "@tiptap/core";
import {
  DOMParser,
  DOMSerializer,
  Fragment,
  type Node,
  type ParseOptions,
  type Schema,
  Slice,
} from "@tiptap/pm/model";
import { Plugin, Selection, type Transaction } from "@tiptap/pm/state";
import { dropPoint } from "@tiptap/pm/transform";
import type { EditorView } from "@tiptap/pm/view";
import { type LineAttributes, readLineAttributes } from "~/record/document/noteLines";
import { type NoteNode, noteSchema } from "~/record/document/noteSchema";
import { deleteApart, reachesAcross } from "./deleteApart";
import { formsIn, nodesOf, treeOf, wholeNodes, withForms, withoutCell } from "./lineSlices";
import { pasteNodes } from "./pasteLines";
import { plainNotes } from "./plainNotes";

/** Carries the exact forms of lines from one editor of the record to another; other programs read the lists. */
const formsName = "data-note-lines";

/** Writes lines as the HTML of headings, nested lists and tables. */
class LineSerializer extends DOMSerializer {
  readonly #tree = DOMSerializer.fromSchema(noteSchema());

  constructor() {
    super({}, {});
  }

  override serializeFragment(fragment: Fragment, options?: { document?: Document }) {
    const tree = Fragment.fromJSON(noteSchema(), treeOf(fragment));
    const written = this.#tree.serializeFragment(tree, options) as DocumentFragment;
    written.firstElementChild?.setAttribute(formsName, JSON.stringify(formsIn(fragment)));
    return written;
  }
}

/** Reads HTML of headings, nested lists and tables as lines. */
class LineParser extends DOMParser {
  readonly #tree = DOMParser.fromSchema(noteSchema());

  constructor(schema: Schema) {
    super(schema, []);
  }

  override parseSlice(dom: globalThis.Node, { context: _place, ...options }: ParseOptions = {}): Slice {
    const forms = formsOf(dom);
    const { preserveWhitespace } = options;
    // What is more in the options leaves out breaks at the end of lines, which programs put there.
    const tree = this.#tree.parse(dom, forms ? { preserveWhitespace } : options);
    const nodes = Fragment.from(nodesOf(this.schema, (tree.toJSON() as NoteNode).content ?? []));
    return opened(forms ? withForms(nodes, forms) : nodes);
  }
}

function formsOf(dom: globalThis.Node): LineAttributes[] | null {
  const written = (dom as Element).querySelector?.(`[${formsName}]`)?.getAttribute(formsName);
  if (!written) return null;
  try {
    const forms: unknown = JSON.parse(written);
    return Array.isArray(forms) ? forms.map((form) => readLineAttributes((key) => Object(form)[key])) : null;
  } catch {
    return null;
  }
}

/** The words at both ends go on with those that are there. */
function opened(content: Fragment): Slice {
  const isLine = (node: Node | null) => (node?.type.name === "line" ? 1 : 0);
  return new Slice(content, isLine(content.firstChild), isLine(content.lastChild));
}

/** Reads text, one line for each that is not blank. */
function readText(text: string, view: EditorView): Slice {
  const { schema, selection, storedMarks } = view.state;
  const marks = storedMarks ?? selection.$from.marks();
  const lines = text.replace(/^[\r\n]+|[\r\n]+$/g, "").split(/(?:\r\n?|\n)+/);
  const nodes = lines.map((words) =>
    schema.node("line", null, words ? schema.text(words, marks) : undefined),
  );
  return opened(Fragment.from(nodes));
}

function cutAcross(view: EditorView, event: ClipboardEvent): boolean {
  const data = event.clipboardData;
  if (!data || !view.editable || !reachesAcross(view.state)) return false;
  event.preventDefault();
  const { dom, text } = view.serializeForClipboard(view.state.selection.content());
  data.clearData();
  data.setData("text/html", dom.innerHTML);
  data.setData("text/plain", text);
  view.dispatch(deleteApart(view.state, view.state.tr).scrollIntoView().setMeta("uiEvent", "cut"));
  return true;
}

/** Puts what is dropped where the pointer is; what was dragged from here leaves its place. */
function drop(view: EditorView, event: DragEvent, slice: Slice, moved: boolean): boolean {
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (!at || slice.size === 0) return false;
  const { selection, doc } = view.state;
  if (moved && at.pos >= selection.from && at.pos <= selection.to) return true;
  const tr = moved ? deleteApart(view.state, view.state.tr) : view.state.tr;
  const place = tr.mapping.map(dropPoint(doc, at.pos, slice) ?? at.pos);
  const pasted = pasteNodes(
    view.state.apply(tr.setSelection(near(tr, place))),
    wholeNodes(view.state.schema, slice),
    false,
  );
  for (const step of pasted.steps) tr.step(step);
  view.focus();
  view.dispatch(tr.setSelection(near(tr, pasted.selection.head)).setMeta("uiEvent", "drop"));
  return true;
}

const near = ({ doc }: Transaction, position: number) => Selection.near(doc.resolve(position), 1);

/** Creates the extension that copies, cuts, pastes and drops lines. */
export const LineClipboard = Extension.create({
  name: "lineClipboard",
  // Before tables, which would take rows and columns in; behind links, which take an address on selected words.
  priority: 900,
  addProseMirrorPlugins() {
    let plain = false;
    return [
      new Plugin({
        props: {
          clipboardSerializer: new LineSerializer(),
          clipboardParser: new LineParser(this.editor.schema),
          clipboardTextSerializer: ({ content }) => plainNotes(treeOf(content)),
          clipboardTextParser: (text, _context, _plain, view) => readText(text, view),
          transformCopied: withoutCell,
          transformPasted(slice, view, isText) {
            plain = isText;
            return opened(Fragment.from(wholeNodes(view.state.schema, slice)));
          },
          handlePaste(view, _event, slice) {
            const nodes = wholeNodes(view.state.schema, slice);
            if (nodes.length === 0) return false;
            const tr = pasteNodes(view.state, nodes, plain).scrollIntoView();
            view.dispatch(tr.setMeta("paste", true).setMeta("uiEvent", "paste"));
            return true;
          },
          handleDrop: drop,
          handleDOMEvents: { cut: cutAcross },
        },
      }),
    ];
  },
});
