import { readdirSync } from "node:fs";
import { constants, setPriority } from "node:os";

const threads = "/proc/self/task";

/**
 * Lets the thread that people wait for come before what V8 does on the side (compiling, collecting). Where there
 * is a processor for each nothing changes; on a small machine an edit no longer waits for a compilation. Called
 * at start. Linux only; elsewhere it does nothing.
 */
export function preferMainThread(): void {
  for (const thread of threadsBeside(process.pid)) {
    try {
      setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // It has ended by now, or the system does not let us: then it runs like the others.
    }
  }
}

function threadsBeside(main: number): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync(threads)
    .map(Number)
    .filter((thread) => thread !== main);
}
