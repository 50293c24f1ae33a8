import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { offered } from "~/rules/ruleLists";
import { usualRules } from "~/rules/ruleSet";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import { dutyRef, readDutyRef } from "~/unit/dutyList";
import type { Queries } from "~db/connect";
import { dutyItem } from "~db/schema";
import { dutiesWhere } from "./dutiesWhere.server";
import type { Duty } from "./duty";
import { type DutyValues, dutyForm } from "./dutyForm";
import { mayChangeDuties } from "./dutyPermission";
import { badDutyUnit, insertDuty, updateDuty } from "./writeDuty.server";

/** An item as it is to be. */
export interface SavedDuty extends DutyValues {
  /** As it was shown. */
  version?: number;
}

/**
 * Enters an item into a duty list or, where `ref` names one, changes it. Refuses with `notAllowed`, `notFound`,
 * `invalid` (naming the field), `dutyNumberTaken` and `changedMeanwhile`.
 */
export async function saveDuty(
  actor: Actor,
  input: SavedDuty,
  now: string,
  ref?: string,
): Promise<Result<{ ref: string }>> {
  if (!mayChangeDuties(actor)) return refuse("notAllowed");
  const parsed = dutyForm.safeParse(input);
  if (!parsed.success) return refuse("invalid", { field: String(parsed.error.issues[0]!.path[0]) });
  const values = parsed.data;
  return change(actor, now, async (tx, book) => {
    const found = ref === undefined ? undefined : await findDuty(tx, ref);
    if (ref !== undefined && !found) return refuse("notFound");
    const field = await badDutyUnit(tx, values, found);
    if (field) return refuse("invalid", { field });
    const sameClass = found?.problemClass === values.problemClass;
    if (!sameClass && !(await isOffered(tx, values.problemClass)))
      return refuse("invalid", { field: "problemClass" });
    const taken = () => refuse("dutyNumberTaken", { field: "number" });
    if (!found) {
      if (!(await insertDuty(tx, book, values))) return taken();
    } else {
      const there = await findDuty(tx, dutyRef(values));
      if (there && there.id !== found.id) return taken();
      const subject = { kind: "duty", id: found.id };
      if (input.version !== undefined && input.version !== found.version) return overtaken(tx, subject);
      if (!(await updateDuty(tx, book, found, values))) return overtaken(tx, subject);
    }
    return done({ ref: dutyRef(values) });
  });
}

/** Whether the rules in force offer a class. */
async function isOffered(db: Queries, code: string): Promise<boolean> {
  const { lists } = (await rulesInForce(db))?.rules ?? usualRules;
  return offered(lists.classes).some((one) => one.code === code);
}

/** Takes an item off its list; problems that carry it keep it. Refuses with `notAllowed` and `notFound`. */
export async function endDuty(actor: Actor, ref: string, now: string): Promise<Result<null>> {
  if (!mayChangeDuties(actor)) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const found = await findDuty(tx, ref);
    if (!found || found.endedAt) return refuse("notFound");
    await tx
      .update(dutyItem)
      .set({ endedAt: now, version: found.version + 1 })
      .where(and(eq(dutyItem.id, found.id), isNull(dutyItem.endedAt)));
    await book({ verb: "duty.end", subject: { kind: "duty", id: found.id }, after: { endedAt: now } });
    return done(null);
  });
}

/** An item by its reference, also one that is on its list no more. */
export async function findDuty(db: Queries, ref: string): Promise<Duty | undefined> {
  const named = readDutyRef(ref);
  if (!named) return undefined;
  const [found] = await dutiesWhere(
    db,
    and(eq(dutyItem.list, named.list), eq(dutyItem.number, named.number)),
  );
  return found;
}
