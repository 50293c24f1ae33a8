import { dayOf } from "~/calendar/day";
import { chance } from "../../builders/chance";
import type { Findings, Orders } from "../parts";
import { servedWorld } from "../place";
import { untilFollowed } from "../rows";
import { loggedErrors, verifyData } from "../verify";
import { Crowd } from "./crowd";

/** Kills the server at random moments while people work, and looks after each start at what is there. */
export async function killAgainAndAgain({ seed, until, wanted, brief }: Orders): Promise<Findings> {
  const random = chance(seed);
  const place = await servedWorld();
  const { server } = place;
  const crowd = new Crowd(place, random, dayOf(new Date().toISOString()));
  const faults = new Set<string>();
  let kills = 0;
  try {
    await crowd.begin();
    while (kills < wanted && performance.now() < until && faults.size < 50) {
      await pause((brief ? 300 : 150) + random.below(1_500));
      await server.end();
      kills += 1;
      const promised = crowd.promised();
      crowd.switchSomeOff();
      await server.again();
      for (const fault of await crowd.check(promised)) faults.add(`kill ${kills}: ${fault}`);
    }
    await crowd.finish();
    if (!(await untilFollowed(server.folder, 60))) faults.add("what had to follow has not followed");
    for (const fault of await crowd.check(crowd.promised())) faults.add(`at the end: ${fault}`);
    for (const fault of crowd.unsent()) faults.add(`at the end: ${fault}`);
    await server.end("SIGTERM");
    for (const fault of verifyData(server)) faults.add(fault);
    return {
      figures: { kills, ...crowd.figures() },
      faults: [...faults, ...crowd.faults(), ...loggedErrors(server)],
    };
  } finally {
    crowd.leave();
    await place.remove();
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
