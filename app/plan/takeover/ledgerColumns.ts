import { distinctHeaders, plainHeader } from "~/problem/import/columns";
import { cleanCell, type SheetRow } from "~/problem/import/table";

/** What the columns of an earlier ledger hold. */
export const ledgerColumns = [
  "text",
  "matter",
  "lead",
  "assisting",
  "due",
  "progress",
  "state",
  "source",
  "heldOn",
  "documentNumber",
  "street",
] as const;
export type LedgerColumn = (typeof ledgerColumns)[number];

/** Which column (from 0) holds what. */
export type LedgerColumns = Partial<Record<LedgerColumn, number>>;

// As headers of such ledgers are written, without remarks in brackets, signs and spaces.
const known: Record<LedgerColumn, RegExp> = {
  text: /^(议定|督办|决定|交办|会议议定|会议决定|立项)的?(事项|内容|任务)$|^(工作任务|任务内容|具体任务|主要任务|任务|工作内容|(工作|具体|任务|办理|落实)?要求|(工作|具体|主要)?(措施|举措)|resolution|task)$/,
  matter: /^(议题|事项|问题|议题名称|事项名称|问题名称|任务名称|项目|项目名称|matter|topic|item)$/,
  lead: /^(牵头|责任|主办|主责|承办|牵头责任|办理)(单位|部门)$|^(leadunit|lead|responsibleunit)$/,
  assisting: /^(配合|协同|协办|协助|参与|会办)(单位|部门)$|^(assistingunits?|assisting)$/,
  due: /^(完成|办理|办结|整改|要求完成|计划完成|应完成|反馈)?(时限|期限|时间节点)$|^(计划|要求|应|拟)?完成(时间|日期)$|^(duedate|due|deadline)$/,
  progress:
    /^(目前|当前|最新|办理|工作|落实|推进|完成)+的?(进展|情况|进度)(情况)?$|^(进展|进展情况|办理结果|进度|progress)$/,
  state: /^(任务|办理|目前|当前|完成|督办)?状态$|^(是否办结|是否完成|是否销号|state|status)$/,
  source: /^(来源|任务来源|事项来源|来源会议|会议名称|会议|会议来源|议定会议|source|meeting)$/,
  heldOn: /^(会议|开会|召开|来源会议|议定)(日期|时间)$|^(meetingdate|heldon)$/,
  documentNumber: /^(纪要|会议纪要|文件|来源)?(文号|编号|期号|期次)$|^(纪要号|documentnumber)$/,
  street: /^(责任|属地|所在|所属|涉及)?(街镇|街道|乡镇|镇街)$|^(属地|street)$/,
};

/** A sheet with its header found. */
export interface LedgerTable {
  headers: string[];
  columns: LedgerColumns;
  rows: SheetRow[];
}

// A ledger carries its title, its date and who keeps it above the header.
const headerWithin = 20;
// One name that is known may stand in any sheet.
const leastColumns = 2;

/**
 * Finds the header of an earlier ledger in a sheet, in one row or two: where most of its names are known. Undefined where
 * there is none.
 */
export function findLedgerTable(rows: readonly SheetRow[]): LedgerTable | undefined {
  let best: LedgerTable | undefined;
  for (const at of rows.slice(0, headerWithin).keys())
    for (const depth of [1, 2]) {
      const found = tableAt(rows, at, depth);
      if (found && countOf(found) > (best ? countOf(best) : 0)) best = found;
    }
  return best;
}

const countOf = ({ columns }: LedgerTable) => Object.keys(columns).length;

function tableAt(rows: readonly SheetRow[], at: number, depth: number): LedgerTable | undefined {
  const levels = rows.slice(at, at + depth).map(({ cells }) => cells.slice(0, 100).map(cleanCell));
  if (levels.length < depth) return undefined;
  const width = Math.max(...levels.map(({ length }) => length));
  const written = Array.from({ length: width }, (_, column) =>
    [...new Set(levels.map((level) => level[column] ?? ""))].filter(Boolean),
  );
  const names = written.map((words) => words.at(-1) ?? "");
  const columns = columnsOf(written);
  if (Object.keys(columns).length < leastColumns) return undefined;
  return { headers: distinctHeaders(names), columns, rows: rows.slice(at + depth) };
}

/** Tells the columns by what stands above each, from the top. */
function columnsOf(written: readonly string[][]): LedgerColumns {
  const columns: LedgerColumns = {};
  written.forEach((words, at) => {
    const column = meaningOf(words.map(plainHeader));
    if (column && columns[column] === undefined) columns[column] = at;
  });
  return columns;
}

// Of two rows the lower says more, such as which of the units; or only both together say it, such as the name of a matter.
function meaningOf(words: string[]): LedgerColumn | undefined {
  for (const name of [words.at(-1) ?? "", words.join(""), words[0] ?? ""]) {
    const found = ledgerColumns.find((column) => known[column].test(name));
    if (found) return found;
  }
  return undefined;
}
