import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as Y from "yjs";
import { addTopic, notesOf, notesRoot } from "~/record/document/record";
import { randomOf } from "../statistics";

/** At `at`, `removed` characters go and `inserted` comes. */
type Patch = [at: number, removed: number, inserted: string];

/** The B4 trace has so many steps, each of one character; a generated one is made of the same size. */
const traceSteps = 259_778;
// Of B4: so many of its steps remove.
const removing = 77_463 / traceSteps;
const stepsOfUpdate = 64;

/** A trace in the form of the editing-traces collection. */
function readTrace(file: string): Patch[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const { txns } = JSON.parse(text) as { txns: { patches: Patch[] }[] };
  return txns.flatMap(({ patches }) => patches);
}

/** Somebody writes a long text, goes back now and then, and takes out a good part of it again. */
function generateTrace(steps: number): Patch[] {
  const random = randomOf(4);
  const patches: Patch[] = [];
  let length = 0;
  let cursor = 0;
  let run = 0;
  let remove = false;
  for (let at = 0; at < steps; at++) {
    if (run === 0) {
      run = 1 + Math.floor(random() * 12);
      remove = length > 100 && random() < removing;
      if (random() < 0.15) cursor = Math.floor(random() * length);
    }
    run -= 1;
    if (remove && cursor > 0) {
      cursor -= 1;
      length -= 1;
      patches.push([cursor, 1, ""]);
    } else {
      patches.push([cursor, 0, String.fromCharCode(97 + Math.floor(random() * 26))]);
      cursor += 1;
      length += 1;
    }
  }
  return patches;
}

/** The room of a long record: its updates as they were typed, and what it says in the end. */
export interface LongRecord {
  updates: Uint8Array[];
  text: string;
}

/** Types a trace into a record. `steps` bounds it. */
export function longRecord(file: string | null, steps = Number.POSITIVE_INFINITY): LongRecord {
  const patches = (file ? readTrace(file) : generateTrace(Math.min(traceSteps, steps))).slice(0, steps);
  const document = new Y.Doc();
  const updates: Uint8Array[] = [];
  document.on("update", (update: Uint8Array) => updates.push(update));
  const text = document.transact(() => {
    addTopic(document, { id: "topic", title: "议题", kind: "topic" });
    return notesOf(document, "topic");
  });
  for (let from = 0; from < patches.length; from += stepsOfUpdate) {
    document.transact(() => {
      for (const [at, removed, inserted] of patches.slice(from, from + stepsOfUpdate)) {
        if (removed > 0) text.delete(at, removed);
        if (inserted) text.insert(at, inserted);
      }
    });
  }
  return { updates, text: text.toString() };
}

/** What the room says, in a document of any copy of Yjs. */
export function textOfRecord(document: { getText(name: string): { toString(): string } }): string {
  return document.getText(notesRoot("topic")).toString();
}
