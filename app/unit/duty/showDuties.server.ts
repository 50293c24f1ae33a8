import { isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { classesWithin } from "~/rules/codeNames.server";
import { type DutyList, dutyLists } from "~/unit/dutyList";
import { concernableUnits } from "~/unit/namedUnits.server";
import { unitChoices } from "~/unit/typing/unitChoices.server";
import type { SluggedUnit, UnitChoice } from "~/unit/typing/unitMatch";
import { read } from "~db/read";
import { dutyItem } from "~db/schema";
import { dutiesWhere } from "./dutiesWhere.server";
import { type Duty, placeWords } from "./duty";
import { mayChangeDuties } from "./dutyPermission";
import { findDuty } from "./saveDuty.server";

/** What is asked of the lists; what is left out, of all. */
export interface DutyFilter {
  list?: DutyList;
  problemClass?: string;
  /** Slug of a unit that answers for it or assists. */
  unit?: string;
  /** Each of these words stands somewhere in the item. */
  words?: string;
}

/** The page of the duty lists. */
export interface DutyPage {
  duties: Duty[];
  /** How many items each list has. */
  counts: Record<DutyList, number>;
  units: SluggedUnit[];
  can: { change: boolean };
}

/** Who answers for what: the items on the lists that a filter keeps. */
export async function showDuties(actor: Actor, filter: DutyFilter): Promise<DutyPage> {
  const { all, within } = await read(async (db) => ({
    all: await dutiesWhere(db, isNull(dutyItem.endedAt)),
    within: filter.problemClass ? await classesWithin(db, filter.problemClass) : null,
  }));
  const counts = Object.fromEntries(
    dutyLists.map((list) => [list, all.filter((duty) => duty.list === list).length]),
  ) as DutyPage["counts"];
  const units = new Map(all.flatMap(({ unit }) => (unit ? [[unit.slug, unit]] : [])));
  const named = [...units.values()].map(({ slug, name, shortZh }) => ({ slug, name, shortZh }));
  return {
    duties: all.filter((duty) => isAsked(duty, filter) && (within?.includes(duty.problemClass) ?? true)),
    counts,
    units: await read((db) => unitChoices(db, named)),
    can: { change: mayChangeDuties(actor) },
  };
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

function isAsked(duty: Duty, { list, unit, words = "" }: DutyFilter): boolean {
  if (list && duty.list !== list) return false;
  if (unit && ![duty.unit, ...duty.assisting].some((one) => one?.slug === unit)) return false;
  const { matter, basis, places, departmentDoes, streetDoes } = duty;
  const names = [duty.unit, ...duty.assisting].flatMap((one) =>
    one ? [one.name.zh, one.name.en, one.shortZh] : [],
  );
  const text = plain([matter, basis, places, departmentDoes, streetDoes, ...names].join(" "));
  return plain(words.slice(0, 100))
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The page of an item, and what its form chooses from where the reader may change it. */
export interface DutyItemPage {
  duty: Duty;
  places: string[];
  units: UnitChoice[] | null;
}

/** An item of a duty list; null where there is none. */
export async function showDuty(actor: Actor, ref: string): Promise<DutyItemPage | null> {
  return read(async (db) => {
    const duty = await findDuty(db, ref);
    if (!duty) return null;
    const units = mayChangeDuties(actor) ? await unitChoices(db, await concernableUnits(db)) : null;
    return { duty, places: placeWords(duty.places), units };
  });
}

/** The units that can answer for an item, for the form of a new one. Refuses with `notAllowed`. */
export async function dutyUnits(actor: Actor): Promise<Result<UnitChoice[]>> {
  if (!mayChangeDuties(actor)) return refuse("notAllowed");
  return read(async (db) => done(await unitChoices(db, await concernableUnits(db))));
}
