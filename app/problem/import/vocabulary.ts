import { type PowerLacking, type ProblemSource, powersLacking, problemSources } from "~/problem/problem";
import { type ProblemClass, problemClasses } from "~/unit/problemClass";

// As classes are named in lists, in hotline exports and in English; the whole word is tried before a part of it.
const classWords: Record<ProblemClass, string[]> = {
  illegalBuilding: ["违法建筑", "违章搭建", "违建", "五违四必", "illegalbuilding"],
  publicFacilities: ["公共设施", "市政设施", "设施", "publicfacilities"],
  construction: ["建设工程", "工程施工", "施工", "工地", "城乡建设", "construction"],
  environment: ["环境卫生", "环境保护", "生态环境", "脏乱差", "环境", "environment", "messyenvironment"],
  traffic: ["交通出行", "交通运输", "交通", "停车", "traffic", "transportation"],
  greenery: ["园林绿化", "绿化", "greenery"],
  cityAppearance: ["市容市貌", "市容", "广告店招", "cityappearance"],
  streetOrder: ["街面秩序", "占道经营", "街面", "streetorder"],
  utilities: [
    "水电气热",
    "waterpowergasheat",
    "水电燃气",
    "公用事业",
    "供水",
    "供电",
    "燃气",
    "供热",
    "utilities",
  ],
  housing: ["住房物业", "住房保障", "住房", "物业", "housing"],
  publicSafety: ["公共安全", "消防", "安全隐患", "publicsafety"],
  communityService: [
    ...[
      "公共服务",
      "社区服务",
      "教育文体",
      "卫生计生",
      "劳动和社会保障",
      "民政",
      "publicservices",
      "communityservice",
    ],
  ],
  other: ["其他", "other"],
};

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

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

function wordFor<Key extends string>(
  keys: readonly Key[],
  words: Record<Key, string[]>,
  cell: string,
): Key | undefined {
  const text = plain(cell);
  if (text === "") return undefined;
  return (
    keys.find((key) => words[key].includes(text)) ??
    keys.find((key) => words[key].some((word) => text.includes(word)))
  );
}

/** Finds the class that a cell names, whole or in part. */
export const classFor = (cell: string) => wordFor(problemClasses, classWords, cell);

/** Finds the source that a cell names. */
export const sourceFor = (cell: string) => wordFor(problemSources, sourceWords, cell);

/** Finds the lacking power that a cell names. */
export const powerFor = (cell: string) => wordFor(powersLacking, powerWords, cell);

/** Splits a cell that lists several names. */
export function namesIn(cell: string): string[] {
  return cell
    .split(/[、，,；;/\n]+/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** Creates the function that finds a unit's id by a name: full or short, Chinese or English. */
export function unitFinder(
  units: readonly { id: string; names: readonly string[] }[],
): (name: string) => string | undefined {
  const byName = new Map<string, string>();
  for (const { id, names } of units)
    for (const name of names) if (plain(name)) byName.set(plain(name), byName.get(plain(name)) ?? id);
  return (name) => byName.get(plain(name));
}
