import { mostHouseholds } from "~/problem/problemForm";
import { plainFigures } from "~/value/figures";

/** A number of households as it was read. */
interface ReadHouseholds {
  count: number;
  /** More stood there than the number, such as 约 or 余: it was taken as it is. */
  taken?: true;
}

const numerals = "〇一二三四五六七八九";
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** Reads 一百二十, 三千零五, 十二; undefined where it is none of these. */
function chineseNumber(word: string): number | undefined {
  const [whole, tenThousands, rest] = /^(?:([^万]+)万)?([^万]*)$/.exec(word) ?? [];
  if (whole === undefined) return undefined;
  const high = tenThousands === undefined ? 0 : belowTenThousand(tenThousands);
  const low = belowTenThousand(rest ?? "");
  return high === undefined || low === undefined ? undefined : high * 10_000 + low;
}

function belowTenThousand(word: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  for (const sign of word.replace(/零/g, "〇").replace(/两/g, "二")) {
    const power = powers[sign];
    const value = numerals.indexOf(sign);
    if (power) sum += (digit ?? 1) * power;
    else if (value === -1) return undefined;
    digit = power || value === 0 ? undefined : value;
  }
  return sum + (digit ?? 0);
}

const before = "(?:约|大约|近|超|超过|共|共计|合计|总计|涉及|影响|about|approx\\.?)*";
const behind =
  "(余|多|来|几)?(?:个)?(?:户|家|住户|居民户|户居民|户家庭|households?|homes?)?(左右|上下|以上|\\+)?";
const pattern = new RegExp(
  `^(${before})(?:(\\d{1,9})(?:\\.0+)?|([〇零一二两三四五六七八九十百千万]+))${behind}$`,
  "i",
);

/**
 * Reads how many households a text names: 120, 1,200户, 约 120 户, 三十余户.
 * @returns undefined when it names no number, or one that cannot be
 */
export function readHouseholds(text: string): ReadHouseholds | undefined {
  const plain = plainFigures(text);
  const [whole, about, figures, word, more, or] = pattern.exec(plain) ?? [];
  if (whole === undefined) return undefined;
  const count = figures === undefined ? chineseNumber(word!) : Number(figures);
  if (!count || count > mostHouseholds) return undefined;
  const exact = !more && !or && !/[约近超]|about|approx/i.test(about ?? "");
  return exact ? { count } : { count, taken: true };
}
