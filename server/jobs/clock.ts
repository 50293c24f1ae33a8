import { eq, lt } from "drizzle-orm";
import { declaredDays } from "~/calendar/declaredDays.server";
import { workingDayBegun } from "~/calendar/workingDay";
import { stepsOf } from "~/ledger/later.server";
import type { Step } from "~/ledger/step";
import { usualRules } from "~/rules/ruleSet";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import { read } from "~db/read";
import { clockRun } from "~db/schema";
import { transactUnflushed } from "~db/transact";

/** What is set off at the start of each working day; its payload is that day. */
export type DailyStep = Step<{ day: string }>;

/**
 * Writes into the outbox what the clock sets off by an instant: each daily step once for each working day, when
 * the rules say that it has begun. Days on which nothing was running are not made up for, except the present one.
 */
export async function setOff(steps: readonly DailyStep[], now: string): Promise<void> {
  const rules = (await read(rulesInForce))?.rules ?? usualRules;
  const day = workingDayBegun(now, rules.clock.workingDayBegins, await read(declaredDays));
  if (day === null) return;
  for (const step of steps) await setOffOnce(step, day, now);
}

async function setOffOnce(step: DailyStep, day: string, now: string): Promise<void> {
  const { kind } = step;
  const [last] = await read((db) => db.select().from(clockRun).where(eq(clockRun.kind, kind)));
  if (last && last.period >= day) return;
  await transactUnflushed(async (tx) => {
    const [first] = await tx
      .insert(clockRun)
      .values({ kind, period: day })
      .onConflictDoUpdate({
        target: clockRun.kind,
        set: { period: day },
        setWhere: lt(clockRun.period, day),
      })
      .returning();
    // Another process may have been quicker.
    if (first) await stepsOf(tx, now).later(step, { day });
  });
}
