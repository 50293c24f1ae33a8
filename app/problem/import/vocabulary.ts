import { type PowerLacking, type ProblemSource, powersLacking, problemSources } from "~/problem/problem";

// As people write them in lists and exports; the whole word is tried before a part of it.
const sourceWords: Record<ProblemSource, string[]> = {
  resident: ["居民", "群众", "群众反映", "居民反映", "resident", "citizen"],
  gridWorker: ["网格员", "网格", "网格巡查", "gridworker"],
  hotline: ["热线", "12345", "12345热线", "市民热线", "hotline", "call"],
  committee: ["theresidentscommittee", "居委会", "居委", "村委会", "committee"],
  inspection: ["巡查", "检查", "督查", "inspection"],
};

const powerWords: Record<PowerLacking, string[]> = {
  none: ["无", "不缺", "不缺权限", "none"],
  planning: ["规划", "规划权", "planning"],
  approval: ["审批", "审批权", "approval"],
  enforcement: ["执法", "执法权", "enforcement"],
  funding: ["资金", "经费", "funding"],
  coordination: ["协调", "统筹协调", "coordination", "coordinatingunits"],
};

/** Writes a name or word as it is compared: without spaces and signs, in lower case and half width. */
export const plainWord = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

function wordFor<Key extends string>(
  keys: readonly Key[],
  words: Record<Key, string[]>,
  cell: string,
): Key | undefined {
  const text = plainWord(cell);
  if (text === "") return undefined;
  return (
    keys.find((key) => words[key].includes(text)) ??
    keys.find((key) => words[key].some((word) => text.includes(word)))
  );
}

/** Finds the source that a cell names. */
export const sourceFor = (cell: string) => wordFor(problemSources, sourceWords, cell);

/** Finds the lacking power that a cell names. */
export const powerFor = (cell: string) => wordFor(powersLacking, powerWords, cell);
