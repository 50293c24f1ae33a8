import type { Role } from "~/access/role";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { dutyAssistingUnit, dutyItem, holding, person, post, unit } from "~db/schema";
import type { DutyList } from "./dutyList";
import { personKeys, unitKeys } from "./nameReading.server";
import type { UnitKind } from "./unit";

/** A unit as an installation describes it; units are named by slug, parents come first. */
export interface UnitInput {
  slug: string;
  kind: UnitKind;
  code?: string;
  parent?: string;
  nameZh: string;
  nameEn: string;
  shortZh: string;
  contactZh: string;
  contactEn: string;
}

/** A post with who holds it and since when. */
export interface PostInput {
  unit: string;
  role: Role;
  titleZh: string;
  titleEn: string;
  holders: {
    account: string;
    name: string;
    passwordHash: string;
    fromDay: string;
    toDay?: string;
    handover?: string;
  }[];
}

/** An item of a duty list; of a basic one the unit may be left out. */
export interface DutyInput {
  list?: DutyList;
  number: number;
  problemClass: string;
  matter: string;
  unit?: string;
  assisting?: string[];
  basis: string;
  places?: string;
  departmentDoes?: string;
  streetDoes?: string;
}

/** A district before its first day. */
export interface DistrictInput {
  units: UnitInput[];
  posts: PostInput[];
  duties: DutyInput[];
}

/**
 * Creates the units, posts, holders and duty list of a new installation, once, by the installation itself.
 * Refuses with `alreadyInstalled`.
 */
export async function installDistrict(
  input: DistrictInput,
  now: string,
): Promise<Result<{ unitIds: Map<string, string>; postIds: Map<string, string> }>> {
  return change(null, now, async (tx, book) => {
    const [exists] = await tx.select({ id: unit.id }).from(unit).limit(1);
    if (exists) return refuse("alreadyInstalled");
    const unitIds = await insertUnits(tx, book, input.units);
    const postIds = await insertPosts(tx, book, input.posts, unitIds);
    for (const duty of input.duties) {
      const id = newId();
      const { unit: slug, assisting = [], ...rest } = duty;
      await tx.insert(dutyItem).values({ id, unitId: slug ? unitIds.get(slug)! : null, ...rest });
      for (const [place, other] of assisting.entries())
        await tx.insert(dutyAssistingUnit).values({ dutyItemId: id, unitId: unitIds.get(other)!, place });
      await book({ verb: "unit.installDuty", subject: { kind: "duty", id }, after: duty });
    }
    return done({ unitIds, postIds });
  });
}

type Tx = Parameters<Parameters<typeof change>[2]>[0];

async function insertUnits(tx: Tx, book: Book, units: UnitInput[]) {
  const ids = new Map<string, string>();
  const district = units.find(({ kind }) => kind === "district")?.nameZh;
  for (const input of units) {
    const id = newId();
    const { parent, code, ...rest } = input;
    ids.set(input.slug, id);
    await tx.insert(unit).values({
      ...{ id, ...rest, code: code ?? null, parentId: parent ? ids.get(parent)! : null },
      ...unitKeys(rest.nameZh, district),
    });
    await book({ verb: "unit.installUnit", subject: { kind: "unit", id }, after: input });
  }
  return ids;
}

/** Posts are found again by the account of their present holder. */
async function insertPosts(tx: Tx, book: Book, posts: PostInput[], unitIds: Map<string, string>) {
  const ids = new Map<string, string>();
  for (const { holders, unit: slug, ...rest } of posts) {
    const postId = newId();
    await tx.insert(post).values({ id: postId, unitId: unitIds.get(slug)!, ...rest });
    await book({
      verb: "unit.installPost",
      subject: { kind: "post", id: postId },
      after: { unit: slug, ...rest },
    });
    for (const { fromDay, toDay, handover, ...who } of holders) {
      const personId = newId();
      const term = { fromDay, toDay: toDay ?? null, handover: handover ?? null };
      await tx.insert(person).values({ id: personId, ...who, ...personKeys(who.name) });
      await tx.insert(holding).values({ id: newId(), personId, postId, ...term });
      await book({
        verb: "unit.installHolder",
        subject: { kind: "person", id: personId },
        after: { account: who.account, name: who.name, postId, ...term },
      });
      if (!toDay) ids.set(who.account, postId);
    }
  }
  return ids;
}
