import { dayOf } from "~/calendar/day";
import { readHouseholds } from "~/problem/fact/readHouseholds";
import { wordedSources } from "~/problem/problem";
import type { NewProblem } from "~/problem/problemForm";
import { classNamed, otherClass } from "~/rules/ruleLists";
import { cutText } from "~/value/cleanText";
import type { ColumnMap } from "./columns";
import { readDate } from "./dates";
import { isShortened, plainNumber } from "./numbers";
import { type Cells, cell, columnOf, isError, known, type Reading, shownOfCell, wordsOf } from "./reading";
import type { SheetRow } from "./table";
import { unitsNamed } from "./unitsWritten";
import { powerFor, sourceFor } from "./vocabulary";

/** By what a row is looked up on record, without reading the rest of it. */
export function lookUpBy(row: SheetRow, columns: ColumnMap): { title: string; sourceNumber: string } {
  return { title: titleOf({ row, columns }), sourceNumber: sourceNumberOf({ row, columns }) };
}

/** The number that the words carry where they came from; "" where the file has cut it short. */
export const sourceNumberOf = (reading: Cells) => {
  const text = cell(reading, "sourceNumber");
  return isShortened(text) ? "" : plainNumber(text).slice(0, 100);
};

// How much of the words makes a name where a file has none.
const titleFromWords = 40;
function titleOf(reading: Cells): string {
  const title = cell(reading, "title").replace(/\s+/g, " ");
  return title || cell(reading, "originalWording").replace(/\s+/g, " ").slice(0, titleFromWords);
}

/** Reads the problem that a row tells of, and remarks what was not understood. */
export function readProblem(reading: Reading): NewProblem {
  const { remarks } = reading;
  const title = titleOf(reading);
  const words = wordsOf(reading);
  if (title !== "" && cell(reading, "title") === "")
    remarks.push({ column: columnOf(reading, "originalWording"), code: "titleFromWords" });
  return {
    title,
    ...saidBy(reading, title, words),
    summary: cell(reading, "summary"),
    problemClass:
      known(reading, "problemClass", "unknownClass", (text) => classNamed(reading.context.classes, text)) ??
      otherClass,
    place: cell(reading, "place"),
    communityId: known(reading, "community", "unknownCommunity", reading.community) ?? null,
    seesUnitId: null,
    powerUnitId: known(reading, "powerUnit", "unknownUnit", reading.unit) ?? null,
    powerLacking: known(reading, "powerLacking", "unknownPower", powerFor) ?? "none",
    legalBasis: cell(reading, "legalBasis"),
    coordination: cell(reading, "coordination"),
    question: cell(reading, "question"),
    concernedUnitIds: concernedUnits(reading),
    households: householdsOf(reading),
    wishOn: wishOf(reading),
    // Where a file does not say when, nobody knows it: the day of the import is another.
    raisedAt: raisedAt(reading) ?? "",
  };
}

/** Whose words they are; a name alone is taken for nobody's unless that was decided. */
function saidBy(
  reading: Reading,
  title: string,
  words: string,
): Pick<NewProblem, "originalWording" | "source"> {
  const source = known(reading, "source", "unknownSource", sourceFor) ?? "resident";
  if (words !== "" || title === "" || !wordedSources.includes(source))
    return { originalWording: words, source };
  const { rejected, remarks, context } = reading;
  const column = columnOf(reading, "title");
  if (isError(reading, "originalWording")) {
    rejected.push({ column: columnOf(reading, "originalWording"), code: "wordsUnreadable" });
  } else if (context.wordless === "title") {
    remarks.push({ column, code: "wordsFromTitle" });
    return { originalWording: title, source };
  } else if (context.wordless === "statement") {
    remarks.push({ column, code: "statedWithoutWords" });
    return { originalWording: "", source: "inspection" };
  } else {
    rejected.push({ column, code: "wordsMissing" });
    reading.waits = context.wordless === undefined;
  }
  return { originalWording: "", source };
}

function raisedAt(reading: Reading): string | undefined {
  const { order, context, rejected, remarks } = reading;
  const read = known(reading, "raisedAt", "badDate", (text) => readDate(text, order, context.today));
  if (read?.yearTaken)
    remarks.push({ column: columnOf(reading, "raisedAt"), code: "yearTaken", value: read.date.slice(0, 10) });
  // As in the form: what was not said yet cannot have been heard, and a guess would change what was meant.
  if (read && dayOf(read.date) > context.today)
    rejected.push({ column: columnOf(reading, "raisedAt"), code: "raisedAhead", value: dayOf(read.date) });
  return read?.date;
}

function householdsOf(reading: Reading): number | null {
  const read = known(reading, "households", "badHouseholds", readHouseholds);
  if (read?.taken)
    reading.remarks.push({
      column: columnOf(reading, "households"),
      code: "householdsTaken",
      value: String(read.count),
    });
  return read?.count ?? null;
}

/** The day that is wished for. One that has passed says nothing any more, and keeps no row out. */
function wishOf(reading: Reading): string | null {
  const { order, context, remarks } = reading;
  const read = known(reading, "wishOn", "badWish", (text) => readDate(text, order, context.today, "ahead"));
  if (!read) return null;
  const column = columnOf(reading, "wishOn");
  const value = dayOf(read.date);
  if (value < context.today) {
    remarks.push({ column, code: "wishPassed", value });
    return null;
  }
  if (read.yearTaken) remarks.push({ column, code: "yearTaken", value });
  return value;
}

function concernedUnits(reading: Reading): string[] {
  const { ids, unknown } = unitsNamed(cell(reading, "concernedUnits"), reading.unit);
  const column = columnOf(reading, "concernedUnits");
  for (const one of unknown)
    reading.remarks.push({ column, code: "unknownUnit", value: cutText(one, shownOfCell) });
  return ids.slice(0, 20);
}
