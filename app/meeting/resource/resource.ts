import type { ResourceKind } from "~/record/document/resourceKind";
import { plainFigures } from "~/value/figures";

/** 人员 / 资金 / 场地 / 设备 / 其他: what can be needed and offered; a slip of a resolution names them as well. */
export const suppliedKinds = [
  "people",
  "money",
  "site",
  "equipment",
  "other",
] as const satisfies readonly ResourceKind[];
export type SuppliedKind = (typeof suppliedKinds)[number];

/** A kind of resource and how much of it: money in fen, anything else in whole pieces. */
export interface Quantity {
  kind: SuppliedKind;
  amount: number;
  /** In what it is counted; empty for what the kind is counted in as a rule. */
  countedIn: string;
}

/** The highest amounts that can be meant: a thousand times a district's budget, more pieces than anybody counts. */
const most = { fen: 1e14, pieces: 1_000_000 } as const;

const fenOfYuan = 100;
const factors: Record<string, number> = { "": 1, 千: 1e3, 万: 1e4, 亿: 1e8, k: 1e3, m: 1e6 };
const money = /^(?:人民币|rmb|cny|[¥￥])?(\d+(?:\.\d{1,6})?)(千|万|亿|k|m)?(?:元|块|yuan)?$/i;

/**
 * Reads an amount as people write it: money as 12万, 1.5亿元, 3,000 or ¥120k, anything else as a whole number.
 * @returns fen, or pieces; null for what is no amount above nothing
 */
export function readAmount(kind: SuppliedKind, text: string): number | null {
  const plain = plainFigures(text);
  if (kind !== "money") return /^\d{1,7}$/.test(plain) ? within(Number(plain), most.pieces) : null;
  const [, digits, factor = ""] = money.exec(plain) ?? [];
  if (digits === undefined) return null;
  const fen = Number(digits) * factors[factor.toLowerCase()]! * fenOfYuan;
  const whole = Math.round(fen);
  return Math.abs(fen - whole) < 1e-3 ? within(whole, most.fen) : null;
}

const moneyWithin =
  /(?:人民币|rmb|cny|[¥￥])?\d[\d,，]*(?:\.\d{1,6})?\s*(?:千|万|亿|k\b|m\b)?\s*(?:元|块|yuan)?/gi;

/**
 * Finds the first amount of money in a sentence: 区财政安排12万元 is 12万元. A bare number counts only where it stands alone,
 * as in 12万 and 3,000: a year or a count of things is no money.
 * @returns fen, or null where none is named
 */
export function moneyIn(sentence: string): number | null {
  const plain = sentence.normalize("NFKC").trim();
  for (const [found] of plain.matchAll(moneyWithin)) {
    const named = /[千万亿元块kmyuan¥]/i.test(found) || found.length === plain.length;
    const amount = named ? readAmount("money", found) : null;
    if (amount !== null) return amount;
  }
  return null;
}

const within = (amount: number, limit: number) => (amount > 0 && amount <= limit ? amount : null);

/** An amount as people write it into a form, which {@link readAmount} reads again: 5万元, 50,000, 20. */
export function typedAmount({ kind, amount }: Quantity, language: string): string {
  if (kind !== "money") return String(amount);
  const { unit, number } = saidMoney(amount, language);
  if (language === "en") return number;
  return unit === "wan" ? `${number}万元` : `${number}元`;
}

/** Money as it is said: in Chinese from ten thousand yuan on in units of these. */
export function saidMoney(fen: number, language: string): { unit: "wan" | "yuan"; number: string } {
  const yuan = fen / fenOfYuan;
  const inTens = language !== "en" && yuan >= 10_000;
  const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6 }).format(
    inTens ? yuan / 10_000 : yuan,
  );
  return { unit: inTens ? "wan" : "yuan", number };
}
