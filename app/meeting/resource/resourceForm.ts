import { z } from "zod";
import { day, key, line, optionalKey, optionalLine, optionalWords, version, words } from "~/value/fields";
import type { Days } from "./need";
import { type Quantity, readAmount, suppliedKinds, typedAmount } from "./resource";

/** Longest texts, in characters. */
export const resourceLimits = { amount: 20, countedIn: 10, words: 500, name: 60, reason: 300 } as const;

const dayIfAny = () => z.union([day(), z.literal("")]).default("");

const quantity = {
  kind: z.enum(suppliedKinds, { error: "error.required" }),
  /** As typed: 12万, 20. */
  amount: line(resourceLimits.amount),
  countedIn: optionalLine(resourceLimits.countedIn),
};

interface Typed {
  kind: Quantity["kind"];
  amount: string;
  from: string;
  until: string;
}

function check({ kind, amount, from, until }: Typed, context: z.RefinementCtx) {
  if (readAmount(kind, amount) === null)
    context.addIssue({ code: "custom", path: ["amount"], message: `resource.error.${unitOf(kind)}` });
  if (until !== "" && until < from)
    context.addIssue({ code: "custom", path: ["until"], message: "resource.error.until" });
}

const unitOf = (kind: Quantity["kind"]) => (kind === "money" ? "money" : "pieces");

/** What is needed, how much of it, from when until when, and what for. */
export const needForm = z
  .object({ ...quantity, from: day(), until: dayIfAny(), words: words(resourceLimits.words) })
  .superRefine(check);
export type NeedValues = z.output<typeof needForm>;

/** The same for a need that is there. */
export const editNeedForm = needForm.safeExtend({ version: version() });

/** Where a need is to stand, as the address says it. */
export const needPlace = z.object({
  problem: optionalKey().catch(undefined),
  task: optionalKey().catch(undefined),
  meeting: optionalKey().catch(undefined),
  resolution: optionalKey().catch(undefined),
});
export type NeedPlace = z.output<typeof needPlace>;

/** What a unit offers, on behalf of whom, from when until when, on which conditions. */
export const offerForm = z
  .object({
    ...quantity,
    from: day(),
    until: dayIfAny(),
    words: words(resourceLimits.words),
    conditions: optionalWords(resourceLimits.words),
    /** An organisation that is no unit of the district, and who has brought it in. */
    behalfOf: optionalLine(resourceLimits.name),
    broughtBy: optionalLine(resourceLimits.name),
  })
  .superRefine(check);
export type OfferValues = z.output<typeof offerForm>;

/** The same for an offer that is there. */
export const editOfferForm = offerForm.safeExtend({ version: version() });

const reason = () => words(resourceLimits.reason);

/** Taking so much of an offer for a need. */
export const acceptForm = z.object({ offer: key(), amount: line(resourceLimits.amount) });
/** Not taking an offer that was made to a need. */
export const declineOfferForm = z.object({ offer: key(), reason: reason() });
/** Taking a promise back. */
export const takeBackForm = z.object({ promise: key(), reason: reason() });
/** Ending a need: it is met, or not needed any more. */
export const endNeedForm = z.object({ as: z.enum(["met", "withdrawn"]), reason: reason() });
/** Taking an offer back. */
export const withdrawOfferForm = z.object({ reason: reason() });

/** What the columns of a table hold of it: amounts in fen or pieces. */
export function columnsOf(input: NeedValues | OfferValues) {
  const { kind, amount, countedIn, from, until, words: said } = input;
  return {
    ...{ kind, amount: readAmount(kind, amount)!, countedIn: kind === "money" ? "" : countedIn },
    ...{ from, until: until === "" ? null : until, words: said },
  };
}

type Stored = Quantity & Days & { words: string };

/** A need as its form shows it in a language. */
export function needShown(need: Stored, language: string) {
  const { kind, countedIn, from, until, words: said } = need;
  return { kind, amount: typedAmount(need, language), countedIn, from, until: until ?? "", words: said };
}

/** An offer as its form shows it in a language. */
export function offerShown(
  offer: Stored & { conditions: string; behalfOf: string; broughtBy: string },
  language: string,
) {
  const { conditions, behalfOf, broughtBy } = offer;
  return { ...needShown(offer, language), conditions, behalfOf, broughtBy };
}
