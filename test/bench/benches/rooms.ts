import { atMost, type Bench } from "../bench";
import type { Server, ServerFigures } from "../contestant";
import { figureOf } from "../statistics";

const rounds = 3;
// Our rooms stay in memory for half a minute after the last one has left; here they go at once.
const limits = { idle: 500 };

/** `live:rooms`: what a room costs, and whether it is given back. */
export const rooms: Bench = {
  name: "live:rooms",
  about: "2,000 rooms × 1 person: memory per room; back to the start after all leave, 3 rounds",
  columns: [
    { figure: "heapOfRoom", title: "heap KB/room", digits: 1 },
    { figure: "residentOfRoom", title: "resident KB/room", digits: 1 },
    { figure: "growthOfRoom", title: "growth KB/room and round", digits: 2 },
    { figure: "roomsLeft", title: "rooms left" },
    { figure: "entering", title: "entering ms/room", digits: 1 },
  ],
  cases: ({ quick }) => [{ rooms: quick ? 300 : 2_000 }],
  async measure(stage, contestant, { rooms: count }) {
    const number = Number(count);
    const server = await stage.server(contestant, { limits });
    const load = stage.load(() => server);
    const round = async (round: number, rooms: number) => {
      const start = performance.now();
      await load.line.call("enterRooms", { contestant, port: server.port, rooms, round }, 300_000);
      const entering = performance.now() - start;
      const full = await server.collected();
      await load.line.call("leaveRooms");
      await emptied(server);
      return { entering: entering / rooms, full, after: await server.collected() };
    };
    // Whatever is made once and kept is made now.
    let before = (await round(0, 100)).after;
    const heap: number[] = [];
    const resident: number[] = [];
    const entering: number[] = [];
    const afters: ServerFigures[] = [];
    for (let at = 1; at <= rounds; at++) {
      const { full, after, entering: time } = await round(at, number);
      heap.push((full.heap - before.heap) / number / 1_024);
      resident.push((full.resident - before.resident) / number / 1_024);
      entering.push(time);
      afters.push(after);
      before = after;
    }
    await load.stop();
    await server.stop();
    const [first, last] = [afters[0] as ServerFigures, afters.at(-1) as ServerFigures];
    const figures = {
      heapOfRoom: figureOf(heap).median,
      // In later rounds the process has the memory already.
      residentOfRoom: resident[0] as number,
      growthOfRoom: (last.heap - first.heap) / number / (rounds - 1) / 1_024,
      roomsLeft: last.rooms,
      entering: figureOf(entering).median,
    };
    return { figures, lag: null };
  },
  judge(_setting, results) {
    return [
      atMost(
        "heap per room ≤ the better peer's",
        results.betterPeer("heapOfRoom"),
        results.ours("heapOfRoom"),
      ),
      atMost(
        "resident memory per room ≤ the better peer's",
        results.betterPeer("residentOfRoom"),
        results.ours("residentOfRoom"),
      ),
      // A hundredth of a room is the noise of the measurement.
      atMost("no growth", 0.01 * results.ours("heapOfRoom"), results.ours("growthOfRoom")),
      atMost("no room left in memory", 0, results.ours("roomsLeft")),
    ];
  },
};

async function emptied(server: Server): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt++) {
    if ((await server.figures()).rooms === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
