import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView, NodeView, ViewMutationRecord } from "@tiptap/pm/view";
import { type OutlinedLine, outlineOf } from "./lineOutline";
import { attributesOfLine } from "./linesIn";

// Lists are flat in the document, so that changing one changes no other line. What belongs together is told to
// assistive technology by `aria-owns`: the element of a list's first line owns those of the others, an entry what stands
// below it. In the page every line is an element of its own, which stays the same one while its words change.

function tagOf({ attrs }: Node): string {
  if (attrs.form === "heading") return `h${attrs.depth}`;
  return { bullet: "ul", ordered: "ol", quote: "blockquote" }[attrs.form as string] ?? "p";
}

/** Inside of the element of a list or a quotation its words have one more. */
const innerTag: Record<string, string> = { ul: "li", ol: "li", blockquote: "p" };

let made = 0;

class LineView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #tag: string;
  readonly #shown = new Map<string, string | null>();

  constructor(readonly type: Node) {
    this.#tag = tagOf(type);
    this.dom = document.createElement(this.#tag);
    const inner = innerTag[this.#tag];
    this.contentDOM = inner ? this.dom.appendChild(document.createElement(inner)) : this.dom;
    const id = `note-line-${made++}`;
    this.dom.id = id;
    if (inner) this.contentDOM.id = `${id}-words`;
  }

  update(node: Node): boolean {
    return node.type === this.type.type && tagOf(node) === this.#tag;
  }

  ignoreMutation({ type, target }: ViewMutationRecord): boolean {
    return type === "attributes" && (target === this.dom || target === this.contentDOM);
  }

  /** What the first line of a list, or the entry above, owns of this line. */
  ownedBy(form: "group" | "below"): string {
    return form === "group" ? this.contentDOM.id : this.dom.id;
  }

  /** Shows where the line stands among the others. */
  place({ level, number, inside, group, below }: OutlinedLine, others: readonly (LineView | null)[]): void {
    const owned = (ats: readonly number[] | null, form: "group" | "below") =>
      ats?.map((at) => others[at]?.ownedBy(form)).join(" ") || null;
    const isList = this.contentDOM !== this.dom;
    this.#set("dom", "data-level", level > 0 ? `${level}` : null);
    this.#set("dom", "data-inside", inside ? "" : null);
    if (!isList) return;
    this.#set("dom", "role", group ? null : "none");
    this.#set("dom", "aria-owns", owned(group, "group"));
    this.#set("contentDOM", "value", number === null ? null : `${number}`);
    // An element without a role takes that of its only child with it.
    this.#set("contentDOM", "role", group || this.#tag === "blockquote" ? null : "listitem");
    this.#set("contentDOM", "aria-owns", owned(below, "below"));
  }

  /** Sets an attribute; what is there already is not asked of the page, which takes long for many lines. */
  #set(part: "dom" | "contentDOM", name: string, value: string | null): void {
    const key = `${part} ${name}`;
    if ((this.#shown.get(key) ?? null) === value) return;
    this.#shown.set(key, value);
    if (value === null) this[part].removeAttribute(name);
    else this[part].setAttribute(name, value);
  }
}

/** Tells whether two documents have the same lines, whatever stands in them. */
function sameLines(one: Node, other: Node): boolean {
  if (one === other || one.isTextblock) return true;
  if (one.childCount !== other.childCount) return false;
  for (let at = 0; at < one.childCount; at++) {
    const [child, twin] = [one.child(at), other.child(at)];
    if (child !== twin && !(child.sameMarkup(twin) && sameLines(child, twin))) return false;
  }
  return true;
}

class LinePlaces {
  readonly #views = new WeakMap<Element, LineView>();
  /** A line was drawn anew. */
  #stale = true;

  view(node: Node): LineView {
    const view = new LineView(node);
    this.#views.set(view.dom, view);
    this.#stale = true;
    return view;
  }

  refresh(view: EditorView, before: Node | null): void {
    const { doc } = view.state;
    if (!this.#stale && before && (before === doc || sameLines(before, doc))) return;
    this.#stale = false;
    this.#place(view.dom, doc);
    const cells = view.dom.querySelectorAll("td, th");
    let next = 0;
    doc.descendants((node) => {
      if (node.type.spec.tableRole === "cell" || node.type.spec.tableRole === "header_cell")
        this.#place(cells[next++], node);
      return !node.isTextblock;
    });
  }

  #place(parent: Element | undefined, node: Node): void {
    const lines = attributesOfLine(node);
    const shown = [...(parent?.children ?? [])].map((child) => this.#views.get(child) ?? null);
    // Beside lines and tables there may be carets and the like.
    const views = shown.filter((view, at) => view ?? isBlock(parent!.children[at]!));
    if (views.length !== lines.length) return;
    for (const [at, outlined] of outlineOf(lines).entries()) views[at]?.place(outlined, views);
  }
}

const isBlock = (element: Element) => element.matches(".tableWrapper, hr");

/** Creates the extension that shows lines: headings, lists with their numbers, quotations. */
export const LineViews = Extension.create({
  name: "lineViews",
  addProseMirrorPlugins() {
    const places = new LinePlaces();
    return [
      new Plugin({
        props: { nodeViews: { line: (node) => places.view(node) } },
        view(view) {
          places.refresh(view, null);
          return { update: (now, { doc }) => places.refresh(now, doc) };
        },
      }),
    ];
  },
});
