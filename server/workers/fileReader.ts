import { Worker } from "node:worker_threads";
import { Mutex } from "async-mutex";
import type { FileReader } from "~/problem/import/fileReader.server";
import type { ReadingMessage, ReadingTask } from "~/problem/import/fileReading";
import { readingLimits } from "~/problem/import/importLimits";
import { threadScript } from "./threadScript";

// One at a time: two would take the processors from those who are answered.
const turn = new Mutex();

/**
 * Reads files on a thread of its own, which is ended when it takes too long or too much memory: whatever is in a file,
 * everybody else is answered meanwhile.
 */
export const fileReader = createFileReader(readingLimits);

/** What a thread may take before it is ended. */
interface ThreadLimits {
  seconds: number;
  memoryMegabytes: number;
}

/** Creates a reader whose threads are ended at these limits. */
export function createFileReader(limits: ThreadLimits): FileReader {
  return { read: (task, take) => turn.runExclusive(() => readOnThread(task, take, limits)) };
}

async function readOnThread(
  task: ReadingTask,
  take: (message: ReadingMessage) => void,
  { seconds, memoryMegabytes }: ThreadLimits,
): Promise<void> {
  const { script, eval: isProgram } = await threadScript("fileThread");
  const thread = new Worker(script, {
    eval: isProgram,
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  await new Promise<void>((resolve, reject) => {
    let ended = false;
    const end = (message?: ReadingMessage) => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      if (message) take(message);
      void thread.terminate();
      resolve();
    };
    const tooMuch: ReadingMessage = {
      kind: "refused",
      refusal: { code: "fileTakesTooLong", values: { seconds } },
    };
    const timer = setTimeout(() => end(tooMuch), seconds * 1000);
    thread.on("message", (message: ReadingMessage) => {
      if (ended) return;
      if (message.kind === "done" || message.kind === "refused") return end(message);
      take(message);
      // The next part comes when whoever asks in between was answered.
      if (message.kind === "rows") setImmediate(() => thread.postMessage("more"));
    });
    thread.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return end(tooMuch);
      end();
      reject(error);
    });
    thread.once("exit", () => end(tooMuch));
  });
}
