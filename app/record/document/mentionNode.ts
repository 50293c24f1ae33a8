import { mergeAttributes, Node } from "@tiptap/core";
import { readMention } from "./mention";

/** Writes the attributes that carry a mention in HTML, in the editor and where notes are read. */
export function mentionData({ kind, id, label }: Record<string, unknown>): Record<string, string> {
  return {
    "data-mention-kind": String(kind),
    "data-mention-id": String(id),
    "data-mention-label": String(label),
  };
}

function mentionOf(element: HTMLElement) {
  const read = (name: string) => element.getAttribute(`data-mention-${name}`);
  return readMention({ kind: read("kind"), id: read("id"), label: read("label") });
}

/** A unit, a person or a task named in the text: an atom that keeps its id. */
export const MentionNode = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes() {
    return Object.fromEntries(
      (["kind", "id", "label"] as const).map((name) => [
        name,
        {
          default: "",
          parseHTML: (element: HTMLElement) => mentionOf(element)?.[name] ?? "",
          rendered: false,
        },
      ]),
    );
  },
  parseHTML() {
    // Before links: in the record as it reads, a mention is one.
    return [
      {
        tag: "[data-mention-id]",
        priority: 100,
        getAttrs: (element) => (mentionOf(element) ? null : false),
      },
    ];
  },
  renderHTML({ node, HTMLAttributes }) {
    const attributes = { class: "mention", ...mentionData(node.attrs) };
    return ["span", mergeAttributes(attributes, HTMLAttributes), `@${node.attrs.label}`];
  },
  renderText({ node }) {
    return `@${node.attrs.label}`;
  },
});
