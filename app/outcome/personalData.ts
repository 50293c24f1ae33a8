import { hasCardCheck, hasIdentityCheck } from "./checkDigits";
import { blank, readable } from "./readableDigits";

/** What a passage may tell of a person. */
export const personalKinds = ["phone", "identity", "card", "plate", "email", "home"] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A passage that may be personal data. Whether it is, people decide. */
export interface PersonalMark {
  /** Offsets in the text, in UTF-16 units; `end` is the first one after it. */
  start: number;
  end: number;
  kind: PersonalKind;
  /** `sure` where shape and check digit leave little doubt. */
  certainty: "sure" | "possible";
}

// Numbers that look long and are nobody's: our own, years, days, papers, standards, money, counts.
const year = "(?:19|20)\\d{2}";
const nobodys = [
  new RegExp(`(?<![A-Z\\d])[A-Z]{2,6}-${year}-\\d{3,6}(?!\\d)`, "g"),
  new RegExp(`(?<!\\d)${year} ?[-~至到] ?${year}(?![\\d-])`, "g"),
  new RegExp(
    `(?<![\\d-])${year} ?[-./年] ?(?:1[0-2]|0?[1-9]) ?[-./月] ?(?:[12]\\d|3[01]|0?[1-9])(?:日|号)?(?![\\d-])`,
    "g",
  ),
  new RegExp(`(?<!\\d[ .-]{0,2})${year}(?:1[0-2]|0[1-9])(?:[12]\\d|3[01]|0[1-9])(?![ .-]{0,2}\\d)`, "g"),
  new RegExp(`[〔[(【] ?${year} ?[〕\\])】] ?第?\\d{1,8}(?=号)`, "g"),
  /(?<![A-Z])(?:GB|DB|DG|JGJ|CJJ|CJ|HJ|JTG|YD|SZDB|TB|SL|GA)[A-Z]{0,2}\d{0,4}(?:\/[A-Z]{1,2})? ?\d[\d.]{0,9}(?:-\d{2,4})?(?!\d)/g,
  /[¥$] ?\d[\d,.]*/g,
  /\d[\d,.]*\d? ?[余多几]?(?:[万亿千百]+|元|角|块钱)/g,
  /(?<![\d-])\d{1,9}(?:\.\d{1,3})? ?(?:人|户|个|件|次|盏|台|辆|栋|幢|层|米|平方|公里|吨|立方|千瓦|%|㎡|M²)/g,
];

// Papers of offices are numbered too; only what is shaped like a mobile's or a person's own is asked about there.
const official =
  /(?:许可证?|执照|证照|证书|批文|合同|工单|文号|档案|资产|灯杆|设备|项目|图纸)(?:编?号|代码)? ?[:为是第]? ?(?:字)? ?第? ?$/;

// A dot, a dash, a slash or a blank between the figures hides nothing.
const written = /\d(?:[ .\-_/,()]{0,3}\d){6,24}/g;

const provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
const plate = new RegExp(
  `[${provinces}] ?[A-Z] ?[.\\- ]? ?(?:(?=[A-Z]{0,5}\\d)[A-Z\\d]{5,6}|(?=[A-Z]{0,4}\\d)[A-Z\\d]{4}[挂学警港澳])(?![A-Z\\d])`,
  "g",
);

const email = /[A-Z\d][A-Z\d._%+-]{0,63} ?@ ?[A-Z\d-]{1,63}(?:\.[A-Z\d-]{1,63}){1,4}/g;

const surnames =
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕罗毕郝邬安常乐于傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾江颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍万柯管卢莫房解应丁宣邓洪包石崔龚程裴陆曲侯段刘龙叶黎白赖乔谭申冉涂肖佟文欧聂曾关丘";
const doubleSurnames = "欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯";
const ofPlaces = "路街弄巷镇区村号局委办室楼站厂桥";
const given = `[\\u4e00-\\u9fa5](?<![${ofPlaces}])`;
const title = "(?:先生|女士|小姐|阿姨|大爷|大妈|师傅|老师|爷叔|同志|某某|某)";
const name = `(?:${doubleSurnames}|[${surnames}])(?:(?:${given}){1,2}${title}?|${title})`;
const part = "(?:弄|号楼|号|栋|幢|单元|楼|层|室|座)";
// The house as far as it is written: 国和路100弄3号502室.
const house = `[\\u4e00-\\u9fa5]{0,10}\\d{1,5}${part}(?:[ 之-]?[A-Z\\d]{1,5}${part}?){0,5}`;
const home = `[\\u4e00-\\u9fa5]{0,10}\\d{1,5}(?:弄|号|栋|幢)(?:\\d{1,4}(?:号楼|号|栋|幢|单元)){0,3} ?[A-Z\\d]{1,5}室`;
const lives = "(?:现住|家住|居住|租住|住址|地址|住|家)(?:是|为|在|于)?[: ]?";
const homes: [RegExp, PersonalMark["certainty"]][] = [
  [new RegExp(`${name}[,、:( ]{0,2}(?:${lives})${house}`, "g"), "sure"],
  [new RegExp(`${name}[,、:( ]{1,2}${home}`, "g"), "sure"],
  [
    new RegExp(`${home}[,、: ]?的?(?:居民|业主|住户|户主)?${name}(?=[,。、;:) ]|反映|来电|称|说|家|$)`, "g"),
    "sure",
  ],
  [new RegExp(`(?:我家?住|本人住|家住|我家在|家庭住址|住址)(?:是|为|在|于)?[: ]?${house}`, "g"), "possible"],
];

/**
 * Marks what in a text may be personal data: telephones, identity papers, bank cards, plates, e-mail addresses, and
 * somebody's name with where they live, in any width, with any separators, in Chinese figures too. Our own numbers,
 * years, days, papers, standards, money and counts are left alone. In order, none overlapping.
 */
export function findPersonalData(text: string): PersonalMark[] {
  const read = readable(text);
  const marks = [...matches(read, email, "email", "sure"), ...matches(read, plate, "plate", "sure")];
  for (const [pattern, certainty] of homes) marks.push(...matches(read, pattern, "home", certainty));
  let numbers = read;
  for (const pattern of nobodys) numbers = numbers.replace(pattern, blank);
  for (const { start, end } of marks)
    numbers = numbers.slice(0, start) + blank(numbers.slice(start, end)) + numbers.slice(end);
  for (const found of numbers.matchAll(written)) {
    const [digits, start] = [found[0].replace(/\D/g, ""), found.index];
    const end = start + found[0].length;
    // Some identity numbers end with it.
    const letter = numbers[end] === "X" ? "X" : "";
    const told = tellNumber(digits, letter, numbers.slice(0, start));
    if (told) marks.push({ start, end: told.kind === "identity" ? end + letter.length : end, ...told });
  }
  return apart(marks);
}

function tellNumber(
  digits: string,
  letter: string,
  ahead: string,
): Pick<PersonalMark, "kind" | "certainty"> | null {
  const identity = digits + letter;
  if (hasIdentityCheck(identity)) return { kind: "identity", certainty: "sure" };
  const { length } = digits;
  if (length >= 16 && length <= 19 && hasCardCheck(digits)) return { kind: "card", certainty: "sure" };
  if (/^(?:00)?(?:86)?1\d{10}$/.test(digits)) return { kind: "phone", certainty: "sure" };
  if (official.test(ahead.slice(-14))) return null;
  if (length >= 15) return { kind: "identity", certainty: "possible" };
  return { kind: "phone", certainty: length >= 10 && digits.startsWith("0") ? "sure" : "possible" };
}

function matches(text: string, pattern: RegExp, kind: PersonalKind, certainty: PersonalMark["certainty"]) {
  return [...text.matchAll(pattern)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    kind,
    certainty,
  }));
}

/** In order; of those that overlap, one over all of them, of the first one's kind. */
function apart(marks: readonly PersonalMark[]): PersonalMark[] {
  const sorted = [...marks].sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: PersonalMark[] = [];
  for (const mark of sorted) {
    const last = kept.at(-1);
    if (!last || mark.start >= last.end) kept.push({ ...mark });
    else {
      last.end = Math.max(last.end, mark.end);
      if (mark.certainty === "sure") last.certainty = "sure";
    }
  }
  return kept;
}
