/** What a column of an imported file can hold. `sourceNumber` is the number the words carry where they came from. */
export const importFields = [
  "title",
  "originalWording",
  "summary",
  "problemClass",
  "place",
  "community",
  "concernedUnits",
  "powerUnit",
  "powerLacking",
  "legalBasis",
  "coordination",
  "question",
  "households",
  "wishOn",
  "source",
  "raisedAt",
  "sourceNumber",
] as const;
export type ImportField = (typeof importFields)[number];

/** Which column (from 0) holds which field. */
export type ColumnMap = Partial<Record<ImportField, number>>;

// As headers are written in lists and hotline exports; those first named win. Without spaces and signs.
const synonyms: Record<ImportField, string[]> = {
  title: [
    ...["名称", "议题名称", "问题名称", "事项名称", "标题", "留言主题", "主题", "议题", "事项", "问题"],
    ...["title", "casetitle", "name", "topic", "issue", "problem", "subject"],
  ],
  originalWording: [
    ...[
      "原话",
      "群众原话",
      "原始表述",
      "居民原话",
      "留言详情",
      "留言内容",
      "诉求内容",
      "反映内容",
      "反映情况",
      "来电内容",
    ],
    ...["问题描述", "内容", "详情", "诉求", "originalwording", "words", "residentswords", "content"],
    ...["description", "details", "message", "complaint", "text"],
  ],
  summary: ["情况概述", "概述", "摘要", "基本情况", "情况说明", "summary"],
  problemClass: [
    ...["问题类别", "问题分类", "类别", "分类", "一级分类", "诉求类型", "类型"],
    ...["problemclass", "class", "category", "type"],
  ],
  place: ["地点", "发生地点", "具体位置", "位置", "点位", "地址", "place", "location", "address"],
  community: ["居民区", "社区", "居委会", "居委", "村居", "community", "residentialarea"],
  concernedUnits: [
    ...["涉及单位", "涉及部门", "相关单位", "责任单位", "主管部门", "承办单位", "建议牵头单位"],
    ...["unitsconcerned", "concernedunits", "units", "responsibleunit", "departments", "department"],
  ],
  powerUnit: ["主管单位", "管得着的单位", "有权单位", "权责单位", "unitwiththepower", "powerunit"],
  powerLacking: ["缺少的权限", "所缺权限", "权限缺口", "powerlacking"],
  legalBasis: ["法律依据", "依据", "legalbasis"],
  coordination: [
    ...["协调情况", "会前协调情况", "前期协调情况", "前期工作", "已开展工作"],
    ...["stateofcoordination", "coordination"],
  ],
  question: [
    ...["提请会商事项", "提请解决的问题", "需会商解决的问题", "需议定事项", "会商请求", "请求事项"],
    ...["questiontodecide", "question"],
  ],
  households: [
    ...["影响户数", "涉及户数", "受影响户数", "户数", "影响住户数", "涉及居民户数"],
    ...["householdsaffected", "households", "affectedhouseholds", "numberofhouseholds"],
  ],
  wishOn: [
    ...["期望办结日期", "期望办结时间", "期望解决时间", "期望解决日期", "希望完成日期", "希望完成时间"],
    ...[
      "期望完成时间",
      "期望完成日期",
      "期望时限",
      "希望办结时间",
      "wishedforby",
      "wishedfor",
      "wisheddate",
      "wishdate",
    ],
    ...["wantedby", "desireddate", "targetdate"],
  ],
  source: ["来源", "问题来源", "反映渠道", "渠道", "source"],
  raisedAt: [
    ...["反映时间", "留言时间", "来电时间", "提出时间", "登记时间", "反映日期", "时间", "日期"],
    ...["raised", "raisedon", "raisedat", "opened", "opendt", "created", "date"],
  ],
  sourceNumber: [
    ...["工单号", "工单编号", "留言编号", "受理编号", "案件编号", "来源编号", "编号"],
    ...[
      "numberatthesource",
      "sourcenumber",
      "caseenquiryid",
      "caseid",
      "casenumber",
      "ordernumber",
      "number",
      "id",
    ],
  ],
};

/** Writes a header as it is compared: without remarks in brackets, signs and spaces, in lower case. */
export function plainHeader(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

const people = "(居民|群众|市民|业主|村民|来访人|来电人|反映人|诉求人|当事人)";
const said = "(反映|诉求|来电|来信|来访|留言|投诉|求助|咨询|举报|信访|工单)";
const telling = "(内容|情况|详情|描述|原文|原话|表述|问题)";

// What a header means that is written in none of the known ways: tried in this order on what is left over.
const meanings: readonly [ImportField, RegExp][] = [
  ["sourceNumber", new RegExp(`^${said}.{0,2}(编号|号码|单号|号)$`)],
  ["households", /^(受|被|所)?(影响|涉及|涉|惠及)?(的)?(居民|住户|群众|家庭)?的?(总)?户数?(量|合计)?$/],
  [
    "wishOn",
    /^(群众|居民)?(期望|希望|期盼|要求|建议)的?(办结|解决|完成|办理|整改|落实)?(的)?(时间|日期|时限|期限)$/,
  ],
  ["raisedAt", new RegExp(`^(${people})?(${said}|提出|登记|受理|发生|上报|发现)的?(时间|日期)$`)],
  [
    "originalWording",
    new RegExp(`^(${people}的?)?${said}(人|的|事项)?(具体|主要|详细)?${telling}(描述|摘录)?$`),
  ],
  ["originalWording", new RegExp(`^${people}的?(具体|主要)?(${telling}|意见|诉求|反映|说法)(内容|描述)?$`)],
  ["originalWording", /^.{0,6}(原话|原文|原始(表述|内容|记录))$/],
  ["place", /^(问题|事件|事发|发生|具体|详细|所在|所处)+的?(地点|地址|位置|点位|路段)$/],
  ["community", /^所(属|在)(居民区|社区|居委会?|村居?)$/],
  ["problemClass", /^(问题|诉求|事项|工单)?的?(类别|分类|类型|大类)$/],
  [
    "concernedUnits",
    /^(拟|建议|需|请)?(涉及|相关|责任|主管|牵头|协调|配合|承办|参会)+的?(职能)?(单位|部门)$/,
  ],
  [
    "coordination",
    /^(街道|街镇|本街道|属地)?(目前|会前|前期|已|已经)?(采取|开展|协调|处置|处理|推进|工作)+的?(情况|进展|措施|工作)$/,
  ],
  [
    "question",
    /^(需|拟|提请|申请|请求|希望|建议|恳请).{0,6}(会商|协调|解决|议定|研究|支持|帮助).{0,6}(事项|问题|内容|困难|的)$/,
  ],
  ["question", /^(工作|意见|解决)建议$/],
  ["summary", /^(问题|事项)?的?(具体|主要|简要|基本|详细|现场|目前)(情况|问题|现状)$/],
  ["summary", /^(问题|情况)?(现状|存在的?(主要|突出)?问题|简述|简介)$/],
  ["place", /^(小区|所在小区|小区名称|路段|楼栋)$/],
  ["title", /^(问题|事项|议题|诉求|工单)的?(名称|标题|主题|题目)$/],
];

/** Finds which column holds what, by the header's words; a column is used once, an unknown one not at all. */
export function matchHeaders(headers: readonly string[]): ColumnMap {
  const plain = headers.map(plainHeader);
  const map: ColumnMap = {};
  const taken = new Set<number>();
  const use = (field: ImportField, isIt: (header: string) => boolean) => {
    if (map[field] !== undefined) return;
    const at = plain.findIndex((header, column) => isIt(header) && !taken.has(column));
    if (at === -1) return;
    map[field] = at;
    taken.add(at);
  };
  for (const field of importFields)
    for (const synonym of synonyms[field]) use(field, (header) => header === synonym);
  for (const [field, meaning] of meanings) use(field, (header) => meaning.test(header));
  return map;
}

/** Gives the letter by which a spreadsheet names a column (from 0): A, B … Z, AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : "") + String.fromCharCode(65 + (column % 26));
}

// Chinese headers are broken into lines to keep columns narrow: a blank between their characters says nothing.
const brokenHeader = /(?<=\p{Script=Han})\s+(?=\p{Script=Han}|[（(])/gu;

/** Makes headers tell columns apart: an empty one is named by its letter, one that stands there twice gets it too. */
export function distinctHeaders(headers: readonly string[]): string[] {
  const seen = new Set<string>();
  return headers.map((header, column) => {
    const name = header.trim().replace(brokenHeader, "") || columnLetter(column);
    const distinct = seen.has(name) ? `${name} (${columnLetter(column)})` : name;
    seen.add(distinct);
    return distinct;
  });
}
