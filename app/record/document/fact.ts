import { Node } from "@tiptap/core";

/**
 * A fact in the wording of the minutes: a piece that only names what it stands for, such as the outcome of the topic.
 * What it reads is asked of the database where it is shown; nothing of it is in the text.
 */
export interface Fact {
  id: string;
}

const factId = /^[a-zA-Z]{1,32}$/;

/** Reads which fact a value that anybody may have written names; null when it names none. */
export function readFact(value: unknown): Fact | null {
  return typeof value === "string" && factId.test(value) ? { id: value } : null;
}

/** A fact in the text: an atom that keeps its id and says nothing by itself. */
export const FactNode = Node.create({
  name: "fact",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes() {
    return {
      id: {
        default: "",
        parseHTML: (element: HTMLElement) => readFact(element.getAttribute("data-fact"))?.id ?? "",
        rendered: false,
      },
    };
  },
  parseHTML() {
    return [
      {
        tag: "[data-fact]",
        priority: 100,
        getAttrs: (element) => (readFact(element.getAttribute("data-fact")) ? null : false),
      },
    ];
  },
  renderHTML({ node }) {
    return ["span", { class: "fact", "data-fact": node.attrs.id as string }];
  },
});
