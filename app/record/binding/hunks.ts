import { diffArrays } from "diff";
import { lineUnit, type Token } from "./tokens";

/** A stretch of tokens that gave way to others; the rest stayed. */
export interface Hunk {
  oldAt: number;
  oldCount: number;
  newAt: number;
  newCount: number;
}

// Below this the stretch between common beginning and common end is taken as one: what people write by hand.
const byHand = 200;
const mostEdits = 1_000;

/** Finds what changed between two lists of tokens, from first to last. Never cuts a character of two units. */
export function hunksOf(before: readonly Token[], after: readonly Token[]): Hunk[] {
  const [prefix, suffix] = common(before, after);
  const old = before.slice(prefix, before.length - suffix);
  const now = after.slice(prefix, after.length - suffix);
  if (old.length === 0 && now.length === 0) return [];
  const whole = { oldAt: prefix, oldCount: old.length, newAt: prefix, newCount: now.length };
  const found = old.length > byHand && now.length > byHand ? inside(old, now, prefix) : [whole];
  return found.map((hunk) => beforeTheLine(hunk, before, after));
}

function common(before: readonly Token[], after: readonly Token[]): [prefix: number, suffix: number] {
  const most = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < most && before[prefix]!.unit === after[prefix]!.unit) prefix += 1;
  // Also at the end of the shorter one: the other half of a character may lie outside of what is compared.
  if (isHigh(before[prefix - 1])) prefix -= 1;
  let suffix = 0;
  while (
    suffix < most - prefix &&
    before[before.length - suffix - 1]!.unit === after[after.length - suffix - 1]!.unit
  )
    suffix += 1;
  if (suffix > 0 && isLow(before[before.length - suffix])) suffix -= 1;
  return [prefix, suffix];
}

const isHigh = (token: Token | undefined) => token !== undefined && /^[\ud800-\udbff]$/.test(token.unit);
const isLow = (token: Token | undefined) => token !== undefined && /^[\udc00-\udfff]$/.test(token.unit);

function inside(old: readonly Token[], now: readonly Token[], prefix: number): Hunk[] {
  const [oldUnits, newUnits] = [characters(old), characters(now)];
  const parts = diffArrays(oldUnits, newUnits, { maxEditLength: mostEdits });
  const whole = { oldAt: prefix, oldCount: old.length, newAt: prefix, newCount: now.length };
  if (!parts) return [whole];
  const hunks: Hunk[] = [];
  let [oldAt, newAt] = [prefix, prefix];
  let open: Hunk | null = null;
  for (const part of parts) {
    const count = part.value.join("").length - escaped(part.value);
    if (!part.added && !part.removed) {
      oldAt += count;
      newAt += count;
      open = null;
      continue;
    }
    if (!open) {
      open = { oldAt, oldCount: 0, newAt, newCount: 0 };
      hunks.push(open);
    }
    if (part.removed) {
      open.oldCount += count;
      oldAt += count;
    } else {
      open.newCount += count;
      newAt += count;
    }
  }
  return hunks;
}

/** Units as whole characters: two halves are compared as one. */
function characters(tokens: readonly Token[]): string[] {
  const units: string[] = [];
  for (const token of tokens) {
    if (isLow(token) && /^[\ud800-\udbff]$/.test(units.at(-1) ?? "")) units[units.length - 1] += token.unit;
    else units.push(token.unit);
  }
  return units;
}

/** How many characters of the names of embeds are too many, each of which takes one place. */
function escaped(units: readonly string[]): number {
  return units.reduce(
    (sum, unit) => sum + (unit.length > 1 && unit.startsWith("\n") ? unit.length - 1 : 0),
    0,
  );
}

/**
 * Where a line was broken at its beginning, the new marker stands before the old one: who changes the form of the
 * line meanwhile means its words, not the empty line above them.
 */
function beforeTheLine(hunk: Hunk, before: readonly Token[], after: readonly Token[]): Hunk {
  const { oldAt, oldCount, newAt, newCount } = hunk;
  const isBreak = oldCount === 0 && newCount > 0 && after[newAt + newCount - 1]?.unit === lineUnit;
  const hasWords = before[oldAt] !== undefined && before[oldAt]?.unit !== lineUnit;
  if (!isBreak || !hasWords || before[oldAt - 1]?.unit !== lineUnit || after[newAt - 1]?.unit !== lineUnit)
    return hunk;
  return { oldAt: oldAt - 1, oldCount: 0, newAt: newAt - 1, newCount };
}
