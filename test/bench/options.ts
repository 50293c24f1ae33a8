import { parseArgs } from "node:util";

/** What was asked for on the command line. */
export interface Options {
  names: string[];
  /** Valid runs wanted of each contestant in each case. */
  repeats: number;
  /** Sizes of the room in `live:typing`; null for the bench's own. */
  people: number[] | null;
  /** Small and short: to see that everything works, not to compare. */
  quick: boolean;
  /** Editing trace for `live:big`; null for a generated one. */
  trace: string | null;
  /** The JSON lines go here too. */
  out: string | null;
  /** Each server writes a processor profile into `.cache/bench/profiles`. */
  profile: boolean;
  /** Only these contestants; null for all. */
  only: string[] | null;
}

export const usage = `npm run bench NAME … -- [options]
  --repeats N       valid runs of each server in each case (5; 2 with --quick)
  --people 10,50    sizes of the room in live:typing
  --quick           small and short, to see that it works
  --trace FILE      editing trace for live:big (.json or .json.gz); generated without it
  --out FILE        the JSON lines go there too
  --only A,B        only these servers: huishang, y-websocket, hocuspocus, and floor, the
                    least that a server does which flushes each edit before it sends it
  --profile         processor profiles of the servers, in .cache/bench/profiles`;

/** Reads the command line; throws a TypeError that says what is wrong. */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      repeats: { type: "string" },
      people: { type: "string" },
      quick: { type: "boolean", default: false },
      trace: { type: "string" },
      out: { type: "string" },
      only: { type: "string" },
      profile: { type: "boolean", default: false },
    },
  });
  return {
    names: positionals,
    repeats: values.repeats ? whole("--repeats", values.repeats) : values.quick ? 2 : 5,
    people: values.people?.split(",").map((one) => whole("--people", one)) ?? null,
    quick: values.quick,
    trace: values.trace ?? null,
    out: values.out ?? null,
    profile: values.profile,
    only: values.only?.split(",") ?? null,
  };
}

function whole(option: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 1_000) {
    throw new TypeError(`${option} takes whole numbers from 1 to 1000, not ${value}`);
  }
  return number;
}
