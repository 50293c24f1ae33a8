/** The task's number as people say it: RW-2026-0042 (任务, year, count within it). */
export function taskNumber(year: number, count: number): string {
  return `RW-${year}-${String(count).padStart(4, "0")}`;
}

/** The count inside a task's number; 0 when there is none yet. */
export function taskCount(number: string | undefined): number {
  return Number(number?.split("-")[2] ?? 0);
}
