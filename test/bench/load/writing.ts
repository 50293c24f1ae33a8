import * as Y from "yjs";
import { addTopic, notesOf } from "~/record/document/record";
import { lineAt, writeLine } from "../../builders/notes";

/** Characters each edit adds, and so the clock it takes. */
export const editLength = 2;
const firstWriter = 1_000;
const topicCount = 8;
const words = "会商研究解决街道问题积水停车环境整治道路照明电梯加装老旧小区改造责任单位完成时限";

/** The Yjs client id of a person. */
export function writerOf(person: number): number {
  return firstWriter + person;
}

/** The person behind a Yjs client id, -1 for the one who prepared the room. */
export function personOf(client: number): number {
  return client >= firstWriter ? client - firstWriter : -1;
}

/** A day's record with eight topics and a line for each person. */
export function preparedRoom(people: number): Uint8Array {
  const document = new Y.Doc();
  document.clientID = 1;
  document.transact(() => {
    for (let at = 0; at < topicCount; at++) {
      addTopic(document, {
        id: `topic-${at}`,
        title: `第${at + 1}项议题`,
        kind: "topic",
        presenter: "街道办事处",
      });
    }
    for (let person = 0; person < people; person++) {
      writeLine(document, `topic-${person % topicCount}`, `发言${person}：`);
    }
  });
  const update = Y.encodeStateAsUpdate(document);
  document.destroy();
  return update;
}

function notesWith(document: Y.Doc, person: number): Y.Text {
  return notesOf(document, `topic-${person % topicCount}`);
}

/** The line that a person writes in. */
function lineOf(document: Y.Doc, person: number) {
  return lineAt(notesWith(document, person), Math.floor(person / topicCount));
}

/** What a person types, edit by edit, the same each time: words of two characters, now and then a correction. */
export class Writer {
  readonly document = new Y.Doc();
  #edit = 0;
  #update: Uint8Array = new Uint8Array();

  constructor(
    prepared: Uint8Array,
    readonly person: number,
  ) {
    Y.applyUpdate(this.document, prepared);
    this.document.clientID = writerOf(person);
    this.document.on("update", (update: Uint8Array) => {
      this.#update = update;
    });
  }

  next(): Uint8Array {
    const at = this.#edit++;
    const notes = notesWith(this.document, this.person);
    const { to } = lineOf(this.document, this.person);
    const word = ((at * 7 + this.person) % (words.length / editLength)) * editLength;
    this.document.transact(() => {
      const isCorrection = at % 10 === 9;
      if (isCorrection) notes.delete(to - 1, 1);
      notes.insert(isCorrection ? to - 1 : to, words.slice(word, word + editLength), {});
    });
    return this.#update;
  }
}

/** All edits of a person beforehand: writing them is no work for the generator during the run. */
export function editsOf(prepared: Uint8Array, person: number, count: number): Uint8Array[] {
  const writer = new Writer(prepared, person);
  const edits = Array.from({ length: count }, () => writer.next());
  writer.document.destroy();
  return edits;
}

/** What a person's line says after each number of edits. */
export function textsOf(prepared: Uint8Array, person: number, count: number): string[] {
  const writer = new Writer(prepared, person);
  const texts = [lineOf(writer.document, person).words];
  for (let at = 0; at < count; at++) {
    writer.next();
    texts.push(lineOf(writer.document, person).words);
  }
  writer.document.destroy();
  return texts;
}

/** What a person's line says in a document, null when it is not there. */
export function paragraphIn(document: Y.Doc, person: number): string | null {
  try {
    return lineOf(document, person).words;
  } catch {
    return null;
  }
}
