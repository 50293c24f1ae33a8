import * as prng from "lib0/prng";
import * as Y from "yjs";
import { LetterBook } from "../../builders/letterBook";
import { LinesEditor } from "../../builders/linesEditor";
import { allActs } from "../../builders/noteActs";
import { enterRoom, type SignedInClient } from "../../builders/signedInClient";
import type { Findings, Orders } from "../parts";
import { type Place, servedWorld } from "../place";
import { verifyData } from "../verify";
import { faultsOf } from "./writeWithoutPage";

// Of their sign-ins; the office writes in two windows.
const writers = ["office", "office", "leader", "street-east", "dept-works"];
const betweenActs = 60;

/** Somebody who writes in a live room by an editor of their own. */
interface Writer {
  client: SignedInClient;
  editor: LinesEditor;
}

/**
 * Lets five people write in the same topic of a served meeting, each losing the network now and then, while the server
 * is killed; `wanted` counts the kills. Once all have heard of everything, every letter must be there.
 */
export async function writeOverSockets({ seed, until, wanted }: Orders): Promise<Findings> {
  const place = await servedWorld();
  const room = new WrittenRoom(place, prng.create(seed));
  let kills = 0;
  try {
    await room.begin();
    while (kills < wanted && performance.now() < until && !room.isFull) {
      await pause(500 + prng.int32(room.chance, 0, 2_000));
      await place.server.end();
      kills += 1;
      await pause(prng.int32(room.chance, 0, 500));
      await place.server.again();
    }
    const settled = await room.settle();
    const result = room.result();
    const faults = faultsOf("over sockets", seed, result);
    if (!settled) faults.push("over sockets: the writers did not come to the same record within a minute");
    await place.server.end("SIGTERM");
    faults.push(...verifyData(place.server));
    return { figures: { kills, acts: room.acts, cuts: room.cuts, letters: result.letters }, faults };
  } finally {
    room.leave();
    await place.remove();
  }
}

class WrittenRoom {
  acts = 0;
  /** Times somebody lost the network. */
  cuts = 0;
  readonly #book = new LetterBook();
  readonly #writers: Writer[];
  #over = false;
  #running: Promise<unknown>[] = [];

  constructor(
    { server, world }: Place,
    readonly chance: prng.PRNG,
  ) {
    this.#writers = writers.map((token) => {
      const client = enterRoom(server.origin, world.months.inSession, token);
      const edited = { document: client.document, topicId: world.topicId };
      return { client, editor: new LinesEditor(undefined, edited) };
    });
  }

  get isFull(): boolean {
    return this.#book.isFull;
  }

  /** Lets all of them write until `settle`. */
  async begin(): Promise<void> {
    await Promise.all(this.#writers.map(({ client }) => client.synced));
    this.#running = this.#writers.map((writer) => this.#write(writer));
  }

  async #write({ client: { provider }, editor }: Writer): Promise<void> {
    const { chance } = this;
    const fresh = (count: number) => this.#book.fresh(count);
    while (!this.#over && !this.isFull) {
      const act = prng.oneOf(chance, [...allActs]);
      this.#book.watch(editor, () => editor.act((tr) => act(tr, { chance, fresh, editor })));
      this.acts += 1;
      if (prng.int32(chance, 0, 40) === 0) {
        this.cuts += 1;
        provider.disconnect();
        setTimeout(() => provider.connect(), prng.int32(chance, 100, 2_000));
      }
      await pause(prng.int32(chance, betweenActs / 2, betweenActs * 2));
    }
  }

  /** Resolves when all hold the same; false when that takes too long. */
  async settle(): Promise<boolean> {
    this.#over = true;
    await Promise.all(this.#running);
    for (let left = 600; left > 0; left--) {
      for (const { client } of this.#writers) if (!client.provider.shouldConnect) client.provider.connect();
      await pause(100);
      if (this.#isSame()) return true;
    }
    return false;
  }

  #isSame(): boolean {
    const states = this.#writers.map(({ client: { document, provider } }) =>
      provider.synced ? JSON.stringify([...stateOf(document)].sort()) : Math.random(),
    );
    return states.every((state) => state === states[0]) && this.#textsAgree();
  }

  // Deletions do not show in a state vector.
  #textsAgree(): boolean {
    const first = this.#writers[0]!.editor.state.doc;
    return this.#writers.every(({ editor }) => editor.state.doc.eq(first));
  }

  result() {
    return this.#book.result(this.#writers.map(({ editor }) => editor));
  }

  leave(): void {
    this.#over = true;
    for (const { client } of this.#writers) client.leave();
  }
}

const stateOf = (document: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(document));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
