import { randomOf } from "../statistics";
import { pause } from "./person";

/** How many people type, how fast each, and how long. */
export interface Pace {
  people: number;
  editsPerSecond: number;
  seconds: number;
}

/** Calls `write` for each edit in its time: everybody keeps to their own beat, the same in each run. */
export async function everybodyTypes(pace: Pace, write: (person: number) => void): Promise<void> {
  const { people, editsPerSecond, seconds } = pace;
  const random = randomOf(people);
  const beat = 1_000 / editsPerSecond;
  const rounds = Math.round(seconds * editsPerSecond);
  const offsets = Array.from({ length: people }, (_, person) => ({ person, offset: random() * beat }));
  offsets.sort((a, b) => a.offset - b.offset);
  const start = performance.now();
  for (let round = 0; round < rounds; round++) {
    for (const { person, offset } of offsets) {
      const wait = start + round * beat + offset - performance.now();
      if (wait > 0.5) await pause(wait);
      write(person);
    }
  }
}
