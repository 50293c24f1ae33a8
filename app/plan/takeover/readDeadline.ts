import { addDays, addMonths, isDay } from "~/calendar/day";
import { readDate } from "~/problem/import/dates";

const loose = /(之前|以前|前|止|内)$/;
const wholeMonth = /^(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*月?\s*(上旬|中旬|下旬|底|末|份)?$/;
const wholeYear = /^(\d{4})\s*年?\s*(底|末|年底|年末)?$/;
const dayAlone = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/;

const quarter = /^(?:(\d{4})年?)?第?([1-4])季度?(底|末)?$/;
const halfYear = /^(?:(\d{4})年?)?(上|下)半年$/;
const chineseCount = /(十[一二]|[一二三四五六七八九十])(?=个?(月|季))/g;

const counted = (text: string) =>
  text.replace(chineseCount, (sign) =>
    String("一二三四五六七八九十".indexOf(sign.at(-1)!) + (sign.length > 1 ? 11 : 1)),
  );

const two = (count: number) => String(count).padStart(2, "0");

/**
 * Reads a time limit as ledgers write it: a day, "12月底前", "2026年6月中旬", "三季度", "年底". Where no year stands there, it is the
 * first such day from the meeting on.
 * @param heldOn the day of the meeting that set it (YYYY-MM-DD)
 * @returns the last day of it, or undefined where it is none, such as "长期坚持"
 */
export function readDeadline(cell: string, heldOn: string): string | undefined {
  const text = counted(cell.normalize("NFKC").replace(/\s+/g, "").replace(loose, ""));
  const year = Number(heldOn.slice(0, 4));
  if (/^[本当今全]?年度?(底|末)?$/.test(text)) return `${year}-12-31`;
  const ofQuarter = quarter.exec(text);
  if (ofQuarter) return endOfMonth(ofQuarter[1], Number(ofQuarter[2]) * 3, heldOn);
  const ofHalf = halfYear.exec(text);
  if (ofHalf) return endOfMonth(ofHalf[1], ofHalf[2] === "上" ? 6 : 12, heldOn);
  const alone = dayAlone.exec(text);
  if (alone) return firstFrom(heldOn, (of) => `${of}-${two(Number(alone[1]))}-${two(Number(alone[2]))}`);
  const ofYear = wholeYear.exec(text);
  if (ofYear && (ofYear[2] || text.endsWith("年"))) return `${ofYear[1]}-12-31`;
  const ofMonth = /月|^\d{4}[./-]/.test(text) ? wholeMonth.exec(text) : null;
  if (ofMonth) {
    const [, named, month, part] = ofMonth;
    const on = (of: number | string) => endOf(`${of}-${two(Number(month))}`, part);
    return named ? on(named) : firstFrom(heldOn, on);
  }
  const read = readDate(text, "monthFirst", heldOn)?.date;
  return read === undefined ? undefined : read.slice(0, 10);
}

function endOfMonth(named: string | undefined, month: number, heldOn: string): string | undefined {
  const on = (of: number | string) => endOf(`${of}-${two(month)}`, undefined);
  return named ? on(named) : firstFrom(heldOn, on);
}

function endOf(month: string, part: string | undefined): string | undefined {
  if (part === "上旬") return given(`${month}-10`);
  if (part === "中旬") return given(`${month}-20`);
  return given(`${month}-01`) && addDays(`${addMonths(month, 1)}-01`, -1);
}

const given = (day: string) => (isDay(day) ? day : undefined);

function firstFrom(heldOn: string, on: (year: number) => string | undefined): string | undefined {
  const year = Number(heldOn.slice(0, 4));
  const found = [year, year + 1].map((of) => on(of)).find((day) => day !== undefined && day >= heldOn);
  return found && given(found);
}
