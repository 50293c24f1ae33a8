import type { Bench } from "../bench";
import { freePort } from "../contestant";

/** `live:restart`: how long until everybody is back. */
export const restart: Bench = {
  name: "live:restart",
  about: "from the start of the killed server to all of 500 people in 50 rooms in sync",
  columns: [
    { figure: "milliseconds", title: "all back ms" },
    { figure: "started", title: "accepts after ms" },
    { figure: "bytes", title: "bytes of the smallest room" },
  ],
  cases: ({ quick }) => [quick ? { rooms: 10, people: 100 } : { rooms: 50, people: 500 }],
  async measure(stage, contestant, { rooms, people }) {
    const folder = stage.freshFolder();
    const port = await freePort();
    let server = await stage.server(contestant, { folder, port });
    const load = stage.load(() => server);
    const order = { contestant, port, rooms, peopleOfRoom: Number(people) / Number(rooms) };
    await load.line.call("fillRooms", order, 120_000);
    // Long enough for those who store with delay.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await server.kill();
    const back = load.line.call<{ last: number; bytes: number }>("comeBack", order, 120_000);
    const start = Date.now();
    server = await stage.server(contestant, { folder, port });
    const started = Date.now() - start;
    const { last, bytes } = await back;
    await load.stop();
    await server.stop();
    return { figures: { milliseconds: last - start, started, bytes }, lag: null };
  },
  judge: () => [],
};
