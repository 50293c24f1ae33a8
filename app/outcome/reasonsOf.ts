import type { PublicReason } from "./published";

/** Why things are left out, each reason once with the day since which it holds; the latest act of a reason counts. */
export function reasonsOf(all: readonly PublicReason[]): PublicReason[] {
  const byReason = new Map<string, PublicReason>();
  for (const { reason, at } of all) {
    const known = byReason.get(reason);
    if (!known || known.at < at) byReason.set(reason, { reason, at });
  }
  return [...byReason.values()];
}
