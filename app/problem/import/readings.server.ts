import { setTimeout as pause } from "node:timers/promises";
import type { Result } from "~/ledger/result";
import { type ReadSheet, readSheet } from "./fileReader.server";
import { keptBytes } from "./uploadParts.server";

/** The reading of a file that waits: under way, or what came of it. */
export interface Reading {
  /** Rows read so far. */
  rows: number;
  sha256: string;
  result?: Result<ReadSheet>;
  over: Promise<void>;
}

// A person looks at one file; what was read of others is read again when it is asked for.
const mostKept = 4;
const mostCharacters = 60_000_000;

const readings = new Map<string, Reading>();

/**
 * Reads a sheet of a file that waits, unless it has been read or is just being read. Pages ask for it again and again:
 * what was read is kept for a while.
 * @param sheet from 0; left out, the likeliest
 */
export function readingOf(uploadId: string, sheet: number | undefined): Reading {
  const key = `${uploadId} ${sheet ?? ""}`;
  const known = readings.get(key);
  readings.delete(key);
  const reading = known ?? begin(uploadId, sheet, key);
  readings.set(key, reading);
  makeRoom();
  return reading;
}

/** Resolves when a reading has ended, at the latest after some milliseconds. */
export async function readWithin(reading: Reading, ms: number): Promise<Result<ReadSheet> | undefined> {
  const gone = new AbortController();
  const late = pause(ms, undefined, { signal: gone.signal, ref: false }).catch(() => undefined);
  await Promise.race([reading.over, late]);
  gone.abort();
  return reading.result;
}

/** Forgets what was read of a file. */
export function forgetReadings(uploadId: string): void {
  for (const key of readings.keys()) if (key.startsWith(`${uploadId} `)) readings.delete(key);
}

function begin(uploadId: string, sheet: number | undefined, key: string): Reading {
  const reading: Reading = { rows: 0, sha256: "", over: Promise.resolve() };
  const work = async () => {
    const { bytes, sha256 } = await keptBytes(uploadId);
    reading.sha256 = sha256;
    reading.result = await readSheet({ bytes, sheet }, (count) => {
      reading.rows = count;
    });
  };
  reading.over = work();
  // Whoever waits hears of it; the next who asks tries again.
  reading.over.catch(() => readings.delete(key));
  return reading;
}

/** Forgets the readings that were asked for longest ago, the newest never. */
function makeRoom(): void {
  let characters = 0;
  [...readings.entries()].reverse().forEach(([key, reading], at) => {
    if (!reading.result || at === 0) return;
    if (reading.result.ok) characters += reading.result.value.characters;
    if (at >= mostKept || characters > mostCharacters) readings.delete(key);
  });
}
