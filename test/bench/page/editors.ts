import { Editor, type Extensions } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { StarterKit } from "@tiptap/starter-kit";
import * as Y from "yjs";
import { NotesUndo } from "~/record/binding/notesUndo";
import { lineExtensions } from "~/record/document/lineSchema";
import { notesOf } from "~/record/document/record";
import { Bound } from "~/record/editor/boundEditor.client";

/** Runs in the page of the bench `page:key`: the two ways in which an editor is bound to what all write together. */
export type Binding = "lines" | "elements";

const lineLength = 100;

/** A text of so many characters, in lines of a hundred. */
const lines = (characters: number) =>
  Array.from({ length: Math.ceil(characters / lineLength) }, () =>
    "会议听取了汇报，".repeat(13).slice(0, lineLength),
  );

function bound(binding: Binding, document: Y.Doc): Extensions {
  if (binding === "lines") {
    const undo = new NotesUndo(document, "topic");
    return [...lineExtensions, Bound.configure({ document, topicId: "topic", undo })];
  }
  const kit = StarterKit.configure({ undoRedo: false, trailingNode: false });
  return [kit, Collaboration.configure({ fragment: document.getXmlFragment("notes/topic") })];
}

function fill(binding: Binding, document: Y.Doc, characters: number): void {
  document.transact(() => {
    if (binding === "lines") {
      const text = notesOf(document, "topic");
      for (const [at, words] of lines(characters).entries()) {
        if (at > 0) text.insertEmbed(text.length, new Y.Map([["form", "paragraph"]]));
        text.insert(text.length, words);
      }
      return;
    }
    const paragraphs = lines(characters).map((words) => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(words)]);
      return paragraph;
    });
    document.getXmlFragment("notes/topic").push(paragraphs);
  }, "filling");
}

/** Types and deletes here and there, so that the text is made of as many pieces as one that was worked on for a day. */
function wear(editor: Editor, times: number): void {
  const size = () => editor.state.doc.content.size;
  let at = 1;
  for (let done = 0; done < times; done++) {
    at = (at * 7919 + 104_729) % (size() - 10);
    const place = editor.state.doc.resolve(at + 1);
    if (!place.parent.isTextblock) continue;
    const { tr } = editor.state;
    const deletes = done % 3 === 0 && place.parentOffset > 1;
    editor.view.dispatch(deletes ? tr.delete(place.pos - 1, place.pos) : tr.insertText("字", place.pos));
  }
}

// The clock of a page is no finer than a tenth of a millisecond.
const keysOfGroup = 20;

/**
 * Measures a key in the middle of a long text, as long as its writer waits for it: until the page holds it.
 * @param worn how many edits the text has behind it
 * @returns milliseconds a key, one for each of the groups
 */
export async function measureKeys(
  binding: Binding,
  characters: number,
  worn: number,
  groups: number,
): Promise<number[]> {
  const document = new Y.Doc();
  fill(binding, document, characters);
  const element = window.document.createElement("div");
  window.document.body.append(element);
  const editor = new Editor({ element, extensions: bound(binding, document) });
  wear(editor, worn);
  // So that what is measured is a step of undo of its own.
  await new Promise((resolve) => setTimeout(resolve, 600));
  const times: number[] = [];
  let at = Math.floor(editor.state.doc.content.size / 2);
  for (let group = 0; group < groups; group++) {
    const began = performance.now();
    for (let key = 0; key < keysOfGroup; key++, at++)
      editor.view.dispatch(editor.state.tr.insertText("字", at));
    times.push((performance.now() - began) / keysOfGroup);
  }
  editor.destroy();
  element.remove();
  return times;
}

Object.assign(window, { measureKeys });
