import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { ReadingMessage } from "~/problem/import/fileReading";
import { readFile } from "./readFile";
import { ReadingRefused } from "./reading";
import { Receiver } from "./receiver";

// Runs on a thread of its own, one for each file; see fileReader.ts.
const port = parentPort!;

async function send(message: ReadingMessage): Promise<void> {
  port.postMessage(message);
  if (message.kind === "rows") await once(port, "message");
}

async function answer(): Promise<void> {
  try {
    await readFile(workerData, new Receiver(send));
  } catch (error) {
    if (!(error instanceof ReadingRefused)) throw error;
    await send({ kind: "refused", refusal: error.refusal });
  }
  port.close();
}

void answer();
