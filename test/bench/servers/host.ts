import { connect } from "node:net";
import { Line } from "../line";

/** What the bench needs of a server besides its connections. */
export interface Hosted {
  rooms(): number;
  stop(): Promise<void>;
}

/** Where to store and where to listen, as the bench said. */
export function place(): { folder: string; port: number } {
  return { folder: process.env.BENCH_FOLDER as string, port: Number(process.env.BENCH_PORT) };
}

/** Answers the bench's questions; the process ends with the bench. */
export function host(start: Promise<Hosted>): void {
  const figures = async () => {
    const { rss, heapUsed, external } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const rooms = (await start).rooms();
    return { cpu: (user + system) / 1_000, resident: rss, heap: heapUsed + external, rooms };
  };
  new Line(process, {
    ready: async () => {
      await start;
      await listening(place().port);
    },
    figures,
    collected: async () => {
      for (let turn = 0; turn < 3; turn++) {
        globalThis.gc?.();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return figures();
    },
    stop: async () => {
      await (await start).stop();
      // After the answer is out.
      setTimeout(() => process.exit(0), 20);
    },
  });
  process.on("disconnect", () => process.exit(0));
}

// Not every server says when it listens.
async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 1_000; attempt++) {
    const open = await new Promise<boolean>((resolve) => {
      const probe = connect(port, "127.0.0.1");
      probe.once("error", () => resolve(false));
      probe.once("connect", () => {
        probe.destroy();
        resolve(true);
      });
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`nobody listens on ${port}`);
}
