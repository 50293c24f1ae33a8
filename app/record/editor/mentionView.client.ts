import { Extension } from "@tiptap/core";
import { Fragment, type Node as ProseNode, Slice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import type { NodeViewConstructor } from "@tiptap/pm/view";
import { type MentionName, type MentionTarget, readMention } from "~/record/document/mention";
import { mentionData } from "~/record/document/mentionNode";
import type { MentionReading } from "./MentionNames";
import type { MentionDirectory } from "./useMentionDirectory";

type Words = (target: MentionTarget, name: MentionName["name"] | undefined) => MentionReading;

const nothing: MentionReading = { text: "@?", state: "unknown" };

function nodeView(
  directory: MentionDirectory,
  read: (node: ProseNode) => MentionReading,
): NodeViewConstructor {
  return (node) => {
    const dom = document.createElement("span");
    dom.className = "mention";
    const draw = () => {
      const { text, state } = read(node);
      Object.assign(dom.dataset, { state });
      for (const [name, value] of Object.entries(mentionData({ ...node.attrs, label: text.slice(1) })))
        dom.setAttribute(name, value);
      dom.textContent = text;
    };
    draw();
    const leave = directory.subscribe(draw);
    const target = readMention(node.attrs);
    if (target) directory.ask(target);
    return { dom, update: (other) => other.eq(node), destroy: leave };
  };
}

/** Copies content with the platform's names in it, so that what leaves the page holds no made-up words. */
function withNames(content: Fragment, read: (node: ProseNode) => MentionReading): Fragment {
  const children: ProseNode[] = [];
  content.forEach((node) => {
    if (node.type.name !== "mention") children.push(node.copy(withNames(node.content, read)));
    else
      children.push(node.type.create({ ...node.attrs, label: read(node).text.slice(1) }, null, node.marks));
  });
  return Fragment.fromArray(children);
}

/**
 * Creates the extension that shows a mention by the platform's name, in place of the words that came with it;
 * nothing is written. The words are those of the language in which the editor was opened.
 */
export function mentionView(directory: MentionDirectory, words: Words): Extension {
  const read = (node: ProseNode) => {
    const target = readMention(node.attrs);
    return target ? words(target, directory.nameOf(target)) : nothing;
  };
  return Extension.create({
    name: "mentionView",
    // Before the editor's own way of copying text.
    priority: 1_000,
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          nodeViews: { mention: nodeView(directory, read) },
          transformCopied: ({ content, openStart, openEnd }) =>
            new Slice(withNames(content, read), openStart, openEnd),
        },
      }),
    ],
  });
}
