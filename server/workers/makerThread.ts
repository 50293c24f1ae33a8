import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import type { MadeBytes, MadeFile, MadeMessage } from "~/file/fileMaker.server";
import { countCharacters } from "./countCharacters";
import { makeImage } from "./makeImage";
import { ReadingRefused } from "./reading";
import { tellType } from "./tellType";

// Runs on a thread of its own, one for each file; see fileMaker.ts.
const port = parentPort!;

const named = (bytes: Buffer): MadeBytes => ({
  sha256: createHash("sha256").update(bytes).digest("hex"),
  bytes,
});

async function make(file: Buffer): Promise<MadeFile> {
  const type = await tellType(file);
  if (type !== "image") return { type, characters: await countCharacters(file, type), ...named(file) };
  const { screen, thumbnail, width, height } = await makeImage(file);
  return {
    type: "jpeg",
    characters: null,
    ...named(screen),
    image: { thumbnail: named(thumbnail), width, height },
  };
}

async function answer(bytes: Uint8Array): Promise<MadeMessage> {
  try {
    return { kind: "made", file: await make(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) };
  } catch (error) {
    if (!(error instanceof ReadingRefused)) throw error;
    return { kind: "refused", refusal: error.refusal };
  }
}

void answer(workerData).then((message) => {
  port.postMessage(message);
  port.close();
});
