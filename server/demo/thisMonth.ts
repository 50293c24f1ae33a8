import { instantOf } from "~/calendar/day";
import { newId } from "~/ledger/identifier.server";
import { addResolution, pauseTimer, setCurrentTopic, startTimer } from "~/record/document/record";
import { phrases } from "~db/demo/texts";
import type { DemoMonth } from "./calendar";
import type { DayCast } from "./casting";
import { heldDay, topicsByDecision } from "./heldDay";
import { earlier, later } from "./instants";
import { problemText } from "./lists";
import { writeNotes, writeRecord } from "./record";
import { decideTopic, openDay } from "./session";
import { accountOf, type World } from "./world";

/** How many of the topics are decided when the visitor comes in. */
const decided = 2;

/** This month's day is going on: look-back done, two topics decided, the third being written down. */
export function scheduleThisMonth(world: World, day: DemoMonth, cast: DayCast, turn: number): void {
  const { month, date } = day;
  const begins = earlier(instantOf(date, "08:30"), later(world.now, -180));
  world.timeline.schedule(begins, async (at) => {
    const held = await heldDay(month, cast);
    let now = await openDay(world, held, at, turn);
    const topics = await topicsByDecision(world, held);
    for (const [place, one] of topics.slice(0, decided).entries()) {
      await decideTopic(world, held, one, now, turn + place);
      now = later(now, 15);
    }
    const open = topics[decided];
    if (open) await writeHalf(world, held.month, open[0], open[1], now);
  });
}

async function writeHalf(
  world: World,
  month: string,
  topicId: string,
  decision: DayCast["decided"][number],
  at: string,
): Promise<void> {
  world.tick(at);
  const office = await world.actor("office", at);
  const street = await world.actor(accountOf(problemText(decision.problemKey).streetSlug), at);
  await writeRecord(month, street, (document) =>
    writeNotes(document, topicId, [...decision.discussion.slice(0, 1), phrases.current.halfNote]),
  );
  const [resolution] = decision.resolutions;
  await writeRecord(month, office, (document) => {
    setCurrentTopic(document, topicId);
    // Under discussion for nine minutes when the visitor comes in, on whatever day that is: a clock that ran
    // on would show days when the demo is opened again.
    startTimer(document, topicId, new Date(later(world.now, -9)));
    pauseTimer(document, new Date(world.now));
    addResolution(document, {
      id: newId(),
      topicId,
      text: phrases.current.halfResolution,
      leadUnitId: resolution ? world.unitId(resolution.leadSlug) : undefined,
    });
  });
}
