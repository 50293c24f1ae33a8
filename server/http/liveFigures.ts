import type { LiveStats } from "../live/stats";

/** The live engine's counters under the names that /metrics gives them. */
export function liveFigures(stats: LiveStats): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [name, value] of Object.entries(stats)) {
    if (typeof value === "number") figures[`live_${snake(name)}`] = value;
  }
  for (const [code, count] of Object.entries(stats.closed)) figures[`live_closed{code="${code}"}`] = count;
  return figures;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
