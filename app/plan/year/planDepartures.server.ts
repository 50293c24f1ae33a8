import { declaredDays } from "~/calendar/declaredDays.server";
import { isWorkingDay } from "~/calendar/workingDay";
import type { DayRow } from "~/problem/consultationDay.server";
import type { Departing } from "~/rules/approval.server";
import type { Queries } from "~db/connect";
import { hostedMonths, streetsInOrder } from "./planUnits.server";
import { monthsOutOfTurn } from "./rotation";

type PlanDay = Pick<DayRow, "id" | "month" | "date" | "hostStreetId" | "swapReason" | "chairPostId">;

/** A day of a plan that departs from the rules, and how. */
export interface PlanDeparture<Day extends PlanDay = PlanDay> {
  day: Day;
  steps: ("workingDay" | "hostOutOfTurn")[];
}

/** The days of a drafted plan that lie on a day off or have a host out of turn. */
export async function planDepartures<Day extends PlanDay>(
  db: Queries,
  year: number,
  days: readonly Day[],
): Promise<PlanDeparture<Day>[]> {
  const streetIds = (await streetsInOrder(db)).map((street) => street.id);
  const outOfTurn = monthsOutOfTurn(streetIds, await hostedMonths(db, year), days);
  const declared = await declaredDays(db);
  const departures = days.map(
    (day): PlanDeparture<Day> => ({
      day,
      steps: [
        ...(isWorkingDay(day.date, declared) ? [] : ["workingDay" as const]),
        ...(outOfTurn.includes(day.month) ? ["hostOutOfTurn" as const] : []),
      ],
    }),
  );
  return departures.filter(({ steps }) => steps.length > 0);
}

/** What an approval of a departing day of the plan covers: this date with this host. */
export function planCovered({ day, steps }: PlanDeparture): string {
  return [day.date, day.hostStreetId, ...steps].join(" ");
}

/** A day of a plan as a departure to be approved, for the reason of its swap or the one given for days off. */
export function departingPlan(
  departure: PlanDeparture,
  all: readonly PlanDeparture[],
  { reason, approver }: { reason?: string; approver?: string },
): Departing {
  const { day, steps } = departure;
  const off = all.filter((one) => one.steps.includes("workingDay")).map((one) => one.day.date);
  return {
    meeting: day,
    occasion: "adoptPlan",
    covers: planCovered(departure),
    reason: steps.includes("workingDay") ? reason : (day.swapReason ?? undefined),
    approver,
    without: { code: "dayOff", values: { days: off.join(" ") } },
  };
}
