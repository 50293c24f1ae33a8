import { Worker } from "node:worker_threads";
import { threadScript } from "./threadScript";

/** What a thread may take before it is ended. */
export interface ThreadLimits {
  seconds: number;
  memoryMegabytes: number;
}

/**
 * Runs a program of this folder on a thread of its own, which is ended when it takes too long or too much memory.
 * @param hear told each message; true when it was the last one
 * @returns whether the last message came before the thread was ended
 */
export async function onThread<M>(
  name: string,
  data: unknown,
  { seconds, memoryMegabytes }: ThreadLimits,
  hear: (message: M, thread: Worker) => boolean,
): Promise<"done" | "tooMuch"> {
  const { script, eval: isProgram } = await threadScript(name);
  const thread = new Worker(script, {
    eval: isProgram,
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  return new Promise((resolve, reject) => {
    let ended = false;
    const end = (answer: () => void) => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      void thread.terminate();
      answer();
    };
    const tooMuch = () => end(() => resolve("tooMuch"));
    const timer = setTimeout(tooMuch, seconds * 1000);
    thread.on("message", (message: M) => {
      if (!ended && hear(message, thread)) end(() => resolve("done"));
    });
    thread.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") tooMuch();
      else end(() => reject(error));
    });
    thread.once("exit", tooMuch);
  });
}
