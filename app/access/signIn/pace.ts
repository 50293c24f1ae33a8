/** What attempts at signing in are counted by. */
export type PaceKind = "account" | "address" | "device";

// Many people may sit behind one address; a known device counts for nobody but its owner.
const paces: Record<PaceKind, { free: number; longestSeconds: number }> = {
  account: { free: 5, longestSeconds: 15 * 60 },
  address: { free: 50, longestSeconds: 60 },
  device: { free: 5, longestSeconds: 60 },
};

/** Milliseconds after the last failure at which what was counted is forgotten. */
export const forgottenAfter = 60 * 60 * 1000;

/** How often an attempt failed, or is under way, and when the last one was (UTC instant). */
export interface Pace {
  failures: number;
  lastAt: string;
}

/** Answers the seconds to wait before the next attempt, 0 where it may come at once: each failure doubles them. */
export function secondsToWait(kind: PaceKind, pace: Pace | undefined, now: string): number {
  if (!pace || isForgotten(pace, now)) return 0;
  const { free, longestSeconds } = paces[kind];
  if (pace.failures < free) return 0;
  const delay = Math.min(longestSeconds, 2 ** Math.min(pace.failures - free, 20));
  return Math.max(0, Math.ceil(delay - (Date.parse(now) - Date.parse(pace.lastAt)) / 1000));
}

/** Counts one more attempt. */
export function countedOnce(pace: Pace | undefined, now: string): Pace {
  const failures = pace && !isForgotten(pace, now) ? pace.failures : 0;
  return { failures: failures + 1, lastAt: now };
}

function isForgotten(pace: Pace, now: string): boolean {
  return Date.parse(now) - Date.parse(pace.lastAt) > forgottenAfter;
}

/**
 * Names the network that an address is counted as: of IPv6 the first 64 bits, because a single machine has all the
 * addresses behind them.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail = ""] = plain.split("%")[0]!.split("::");
  const groups = head.split(":").filter(Boolean);
  const behind = plain.includes("::") ? tail.split(":").filter(Boolean) : [];
  const between = Math.max(0, 8 - groups.length - behind.length);
  return [...groups, ...Array<string>(between).fill("0"), ...behind]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":");
}
