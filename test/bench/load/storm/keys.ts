import * as Y from "yjs";
import { notesOf } from "~/record/document/record";
import { writeLine } from "../../../builders/notes";
import type { SignedInClient } from "../../../builders/signedInClient";
import { pause } from "../person";

const beat = 100;

/** The keys that one stock client presses, and when each is seen by another one. */
export class Keys {
  readonly #times: number[] = [];
  readonly #pressed: number[] = [];

  constructor(
    readonly clients: SignedInClient[],
    readonly topicId: string,
  ) {}

  /** Presses a key ten times a second; answers how long each took to be seen. */
  async pressUntil(end: number): Promise<number[]> {
    const [writer, reader] = this.clients.map(({ document }) => document) as [Y.Doc, Y.Doc];
    const from = Y.getState(reader.store, writer.clientID);
    const seen = () => this.#saw(Y.getState(reader.store, writer.clientID) - from);
    reader.on("update", seen);
    const clockBefore = Y.getState(writer.store, writer.clientID);
    writeLine(writer, this.topicId, "：");
    const notes = notesOf(writer, this.topicId);
    // Behind its first sign, wherever the others' lines push it.
    const behind = Y.createRelativePositionFromTypeIndex(notes, notes.length, -1);
    this.#skipped = Y.getState(writer.store, writer.clientID) - clockBefore;
    while (performance.now() < end) {
      this.#pressed.push(performance.now());
      notes.insert(Y.createAbsolutePositionFromRelativePosition(behind, writer)!.index, "甲", {});
      await pause(beat);
    }
    for (let left = 100; left > 0 && this.#times.length < this.#pressed.length; left--) await pause(100);
    reader.off("update", seen);
    if (this.#times.length < this.#pressed.length) throw new Error("not every key was seen");
    return this.#times;
  }

  #skipped = 0;

  #saw(clock: number): void {
    const keys = clock - this.#skipped;
    while (this.#times.length < keys)
      this.#times.push(performance.now() - this.#pressed[this.#times.length]!);
  }
}
