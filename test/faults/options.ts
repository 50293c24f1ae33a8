import { parseArgs } from "node:util";

export const partNames = ["record", "kills", "disk", "requests"] as const;
export type PartName = (typeof partNames)[number];

/** What was asked for on the command line. */
export interface Options {
  /** By which the same kills, forms and requests come again. */
  seed: number;
  /** Of all parts together; a part that has done what it wanted ends before. */
  minutes: number;
  /** Seeds by which people write at once, kills and requests that are wanted. */
  seeds: number;
  kills: number;
  requests: number;
  parts: PartName[];
}

const usage = `npm run faults [PART …] [-- --seed N] [--minutes N] [--seeds N] [--kills N] [--requests N]

PART         record, kills, disk or requests; all of them without one
--seed N     the same words, kills, forms and requests again; today's date without it
--minutes N  bounds the whole run (default 10, most 45)
--seeds N    seeds by which people write in the same lines at once (default 100)
--kills N    kills that are wanted (default 100)
--requests N requests and frames that are wanted (default 10000)`;

/** Reads the command line; throws a TypeError that says what is wrong. */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parse(args);
  const parts = positionals.map((name) => {
    const found = partNames.find((one) => one === name);
    if (!found) throw new TypeError(`there is no part ${name}\n\n${usage}`);
    return found;
  });
  return {
    seed: whole("--seed", values.seed, Number(new Date().toISOString().slice(0, 10).replaceAll("-", ""))),
    minutes: whole("--minutes", values.minutes, 10, 45),
    seeds: whole("--seeds", values.seeds, 100),
    kills: whole("--kills", values.kills, 100),
    requests: whole("--requests", values.requests, 10_000),
    parts: parts.length > 0 ? parts : [...partNames],
  };
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { seed: text, minutes: text, seeds: text, kills: text, requests: text },
    });
  } catch (error) {
    throw new TypeError(`${(error as Error).message}\n\n${usage}`);
  }
}

function whole(option: string, value: string | undefined, usual: number, most = 1_000_000_000): number {
  if (value === undefined) return usual;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new TypeError(`${option} takes whole numbers from 1 to ${most}, not ${value}`);
}
