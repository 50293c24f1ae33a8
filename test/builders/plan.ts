import { eq } from "drizzle-orm";
import type { z } from "zod";
import { nothingDeclared } from "~/calendar/holiday";
import { adoptPlan } from "~/plan/year/adoptPlan.server";
import { createPlan } from "~/plan/year/createPlan.server";
import type { PlanDayInput } from "~/plan/year/planForm";
import { proposeDay } from "~/plan/year/proposal";
import { selectDays } from "~/problem/consultationDay.server";
import { answersForm } from "~/rules/feedback/feedback";
import { installRuleSet } from "~/rules/installRuleSet.server";
import { adoptProposal } from "~/rules/proposal/answerProposal.server";
import { beginProposal } from "~/rules/proposal/beginProposal.server";
import { changeProposal } from "~/rules/proposal/changeProposal.server";
import { submitProposal } from "~/rules/proposal/submitProposal.server";
import { type RuleNumbers, ruleNumbersSchema, usualRules } from "~/rules/ruleSet";
import { read } from "~db/read";
import { meeting } from "~db/schema";
import { transact } from "~db/transact";
import { type SmallDistrict, someInstant } from "./district";
import { mustSucceed } from "./result";

/** One month as the proposal has it: the usual dates, hosts taking turns, chaired by the leader. */
export function plannedMonth(district: SmallDistrict, month: string): PlanDayInput {
  const host = Number(month.slice(5)) % 2 === 1 ? "east" : "west";
  return {
    ...proposeDay(month, usualRules, nothingDeclared),
    hostStreetId: district.units[host]!,
    chairPostId: district.actors.leader!.postId,
  };
}

/** Adopts rules and the plan of a year (2026 unless told): January is hosted by east, February by west, and so on. */
export async function adoptedYear(
  district: SmallDistrict,
  { year = 2026, now = someInstant }: { year?: number; now?: string } = {},
): Promise<void> {
  const office = district.actors.office!;
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`);
  mustSucceed(await installRuleSet({ title: "规则", documentNumber: "测〔2026〕1号", rules: {} }, now));
  const days = months.map((month) => plannedMonth(district, month));
  mustSucceed(await createPlan(office, { year, days }, now));
  mustSucceed(await adoptPlan(office, { year, documentNumber: "测〔2026〕2号" }, now));
}

type Numbers = { [Group in keyof RuleNumbers]?: Partial<RuleNumbers[Group]> };
type Answers = z.input<typeof answersForm>["answers"];

/**
 * Proposes a version of the rules that differs in some numbers, as the office does it.
 * @returns the version of the proposal that those who adopt it see
 */
export async function proposedRules(
  { actors }: SmallDistrict,
  { numbers, answers = [] }: { numbers: Numbers; answers?: Answers },
  now: string,
): Promise<number> {
  const office = actors.office!;
  mustSucceed(await beginProposal(office, { title: "下一版" }, now));
  const head = { part: "head" as const, version: 1, title: "下一版", documentNumber: "测〔2026〕9号" };
  mustSucceed(await changeProposal(office, head, now));
  const rules = ruleNumbersSchema.parse(numbers);
  mustSucceed(await changeProposal(office, { part: "numbers", version: 2, rules }, now));
  const said = answersForm.parse({ version: "3", answers });
  mustSucceed(await changeProposal(office, { part: "answers", ...said }, now));
  mustSucceed(await submitProposal(office, { version: 4 }, now));
  return 5;
}

/** Adopts a version of the rules that differs in some numbers, as the office proposes it and the leader adopts it. */
export async function adoptedRules(district: SmallDistrict, numbers: Numbers, now: string): Promise<void> {
  const version = await proposedRules(district, { numbers }, now);
  mustSucceed(await adoptProposal(district.actors.leader!, { version }, now));
}

/** The day of a month as it stands. */
export async function dayOfMonth(month: string) {
  const [day] = await read((db) => selectDays(db).where(eq(meeting.slug, month)));
  if (!day) throw new Error(`no day in ${month}`);
  return day;
}

/** Lets a meeting be held by a version of the rules. */
export async function holdBy(meetingId: string, ruleSetId: string): Promise<void> {
  await transact((tx) => tx.update(meeting).set({ ruleSetId }).where(eq(meeting.id, meetingId)));
}
