import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { Near, NearestQuestion } from "../database";

interface Waiting {
  found(subjects: Near[]): void;
  reject(error: unknown): void;
}

/** The thread that looks for what is alike, with a connection of its own; it begins with the first question. */
export class NearestReader {
  #thread: Worker | undefined;
  #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(
    readonly file: string,
    readonly script: string,
  ) {}

  /** Answers one question; several are answered in the order they came. */
  ask(asked: NearestQuestion): Promise<Near[]> {
    const thread = this.#running();
    const id = ++this.#last;
    return new Promise((found, reject) => {
      this.#waiting.set(id, { found, reject });
      // It holds the process only while somebody waits.
      thread.ref();
      thread.postMessage({ id, asked });
    });
  }

  /** Lets the thread end what it is at, and close its connection. */
  stop(): void {
    this.#thread?.postMessage("stop");
  }

  #running(): Worker {
    if (this.#thread) return this.#thread;
    const thread = new Worker(resolve(this.script), { workerData: { file: this.file } });
    this.#thread = thread;
    thread.on("message", ({ id, found, error }: { id: number; found?: Near[]; error?: unknown }) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) thread.unref();
      if (found) waiting?.found(found);
      else waiting?.reject(error);
    });
    // Whoever asks next gets another one.
    const gone = (error: unknown) => {
      if (this.#thread === thread) this.#thread = undefined;
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    };
    thread.once("error", gone);
    thread.once("exit", () => gone(new Error("the thread that looks for what is alike has ended")));
    return thread;
  }
}
