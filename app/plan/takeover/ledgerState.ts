import type { TakenOverState } from "~/task/taskState";

/** What ledgers mean by "完成": that the unit says so, which somebody verifies, or that it is over. */
export const finishedMeanings = ["handled", "struckOff"] as const satisfies readonly TakenOverState[];
export type FinishedMeaning = (typeof finishedMeanings)[number];

const open = /^(未|没|尚未|正在|否|不)|办理中|推进|进行|实施中|逾期|超期|滞后|延期|ongoing|open|overdue/i;
const over = /销号|结案|归档|已解决|closed|struckoff/i;
const finished = /办结|完成|完毕|落实|核查|验收|^(是|√|done|handled|completed?)$/i;
const suspended = /挂账|暂缓|中止|搁置|暂停|suspended/i;

/**
 * Reads how far a task is. What says nothing known goes on.
 * @param meaning what a task that is called done is in this ledger
 */
export function readState(cell: string, meaning: FinishedMeaning): TakenOverState {
  const text = cell.normalize("NFKC").replace(/\s+/g, "");
  if (text === "" || open.test(text)) return "inProgress";
  if (suspended.test(text)) return "suspended";
  if (over.test(text)) return "struckOff";
  return finished.test(text) ? meaning : "inProgress";
}
