import { chance } from "../../builders/chance";
import type { Findings, Orders } from "../parts";
import { servedWorld } from "../place";
import { loggedErrors, verifyData } from "../verify";
import { Asker } from "./asker";
import { framesAtRooms } from "./frames";
import { plantMarks } from "./marks";

/** Megabytes that a server may hold at most, whatever it is asked. */
const mostResident = 1_200;
const atOnce = 6;

/** Sends requests and frames that no page of ours sends, by everybody, to every address. */
export async function askAnything({ seed, until, wanted }: Orders): Promise<Findings> {
  const { also, marks } = plantMarks();
  const place = await servedWorld({ streets: [marks.street], also });
  const { server } = place;
  const asker = new Asker(place, marks, chance(seed));
  const faults: string[] = [];
  let resident = 0;
  try {
    faults.push(...(await asker.findsMarks()));
    const goOn = () => asker.count < wanted && performance.now() < until && server.alive;
    const look = setInterval(() => {
      resident = Math.max(resident, server.resident() ?? 0);
    }, 200);
    const askers = Array.from({ length: atOnce }, async () => {
      while (goOn()) await asker.once();
    });
    await Promise.all([...askers, framesAtRooms(place, chance(seed + 1), asker, goOn)]);
    clearInterval(look);
    if (!server.alive) faults.push("the server has ended");
    if (resident > mostResident) faults.push(`the server held ${resident} MB`);
    faults.push(...(await asker.findsMarks()));
    await server.end("SIGTERM");
    faults.push(...asker.faults, ...loggedErrors(server), ...verifyData(server));
    return { figures: { ...asker.figures(), mostMegabytes: resident }, faults: [...new Set(faults)] };
  } finally {
    await place.remove();
  }
}
