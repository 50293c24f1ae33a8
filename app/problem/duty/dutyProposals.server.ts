import { isNull } from "drizzle-orm";
import type { WrittenProblem } from "~/problem/writtenProblem";
import { dutiesWhere } from "~/unit/duty/dutiesWhere.server";
import { type Duty, placeWords } from "~/unit/duty/duty";
import { withoutErased } from "~/value/erasedMark";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { dutyItem } from "~db/schema";
import { wordsOf } from "~db/search";
import { proposeDuties } from "./proposeDuties";

/** An item that is proposed for a problem, with what it rests on. */
export interface DutyProposal
  extends Pick<
    Duty,
    "id" | "ref" | "list" | "number" | "matter" | "basis" | "streetDoes" | "departmentDoes"
  > {
  unit: Duty["unit"];
  words: string[];
  sameClass: boolean;
}

// Long letters say what they are about at their beginning.
const mostCharacters = 2_000;

/** The items of the duty lists that a problem may fall under; for everybody signed in, as the lists are. */
export async function dutyProposals(problem: WrittenProblem): Promise<DutyProposal[]> {
  return read((db) => dutyProposalsFor(db, problem));
}

/** The same where the database is being read already. */
export async function dutyProposalsFor(db: Queries, problem: WrittenProblem): Promise<DutyProposal[]> {
  const { title, place, words, problemClass } = problem;
  const text = withoutErased([title, place, words].join("\n")).slice(0, mostCharacters);
  if (text.trim() === "") return [];
  const duties = await dutiesWhere(db, isNull(dutyItem.endedAt));
  const compared = await Promise.all(
    duties.map(async (duty) => ({
      ...duty,
      places: placeWords(duty.places),
      words: await cut(db, duty),
    })),
  );
  const known = new Map(duties.map((duty) => [duty.id, duty]));
  return proposeDuties({ text, title, problemClass }, compared).map(({ id, words: rests, sameClass }) => {
    const { ref, list, number, matter, basis, unit, streetDoes, departmentDoes } = known.get(id)!;
    return {
      id,
      ref,
      list,
      number,
      matter,
      basis,
      unit,
      streetDoes,
      departmentDoes,
      words: rests,
      sameClass,
    };
  });
}

// Forms ask at every pause in typing: the words of an item are cut once.
const kept = new Map<string, string[]>();
const mostKept = 2_000;

async function cut(db: Queries, { matter }: Duty): Promise<string[]> {
  const known = kept.get(matter);
  if (known) return known;
  const words = await wordsOf(db, matter);
  if (kept.size >= mostKept) kept.clear();
  kept.set(matter, words);
  return words;
}
