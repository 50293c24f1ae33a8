import type { DutyList } from "~/unit/dutyList";

/** What is known of a problem, whole or as far as it is written. */
export interface ProblemSaid {
  /** Title, place and wording. */
  text: string;
  title: string;
  problemClass?: string;
}

/** What is compared of an item of a duty list. */
export interface DutyCompared {
  id: string;
  list: DutyList;
  problemClass: string;
  /** Words for the places that it covers. */
  places: readonly string[];
  /** The words of its matter. */
  words: readonly string[];
}

/** An item that a problem may fall under, with the words it rests on. */
export interface DutyFound {
  id: string;
  words: string[];
  sameClass: boolean;
}

const most = 3;
// A place counts for more than a word of the matter, and for more still where the title names it.
const placeWeight = 3;
const inTitle = 1.5;
const classWeight = 1.5;
/** From this weight on an item is worth proposing: a place, or two telling words, or one in the same class. */
const worthProposing = 2;
/** A word that more of the items than this share tells nothing, such as 管理. */
const tellsNothing = 0.08;

/**
 * Finds the items of the duty lists that a problem may fall under, at most three, the likeliest first: by words for
 * places and words of the matter that stand in its title, place or wording, and by class. Something that has been
 * taken back comes before what weighs as much.
 */
export function proposeDuties(problem: ProblemSaid, duties: readonly DutyCompared[]): DutyFound[] {
  const often = new Map<string, number>();
  for (const { words } of duties)
    for (const word of new Set(words)) often.set(word, (often.get(word) ?? 0) + 1);
  const tells = (word: string) => {
    const share = (often.get(word) ?? 0) / duties.length;
    return word.length > 1 && (often.get(word) === 1 || share <= tellsNothing);
  };
  const weigh = (duty: DutyCompared) => {
    const places = duty.places.filter((word) => problem.text.includes(word));
    const matter = duty.words.filter(
      (word) => tells(word) && problem.text.includes(word) && !places.some((place) => place.includes(word)),
    );
    const words = [...places, ...new Set(matter)];
    const weightOf = (word: string) =>
      (places.includes(word) ? placeWeight : 1) * (problem.title.includes(word) ? inTitle : 1);
    const sameClass = duty.problemClass === problem.problemClass;
    const sum = words.reduce((weight, word) => weight + weightOf(word), 0);
    return { id: duty.id, list: duty.list, words, sameClass, weight: sum * (sameClass ? classWeight : 1) };
  };
  return duties
    .map(weigh)
    .filter(({ weight, words, sameClass }) => weight >= worthProposing || (sameClass && words.length > 0))
    .sort((one, other) => other.weight - one.weight || takenFirst(one) - takenFirst(other))
    .slice(0, most)
    .map(({ id, words, sameClass }) => ({ id, words: words.slice(0, 5), sameClass }));
}

const takenFirst = ({ list }: { list: DutyList }) => (list === "takenBack" ? 0 : 1);
