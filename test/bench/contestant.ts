import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { Child, pinned } from "./child";
import { builtFolder, profilesFolder } from "./places";

export const contestants = ["huishang", "y-websocket", "hocuspocus"] as const;
/**
 * No contestant: the least that a server does which brings each edit to the disk before it passes it on. It shows
 * what the machine itself leaves to reach.
 */
export const floor = "floor";
export type ContestantName = (typeof contestants)[number] | typeof floor;

/** What a server says of itself. Processor in milliseconds since start, memory in bytes. */
export interface ServerFigures {
  cpu: number;
  resident: number;
  heap: number;
  rooms: number;
}

export interface ServerOptions {
  contestant: ContestantName;
  /** Where it stores. */
  folder: string;
  port: number;
  profile: boolean;
  /** Limits of our engine that a bench cannot wait for. */
  limits?: Record<string, number>;
}

/** A contestant's server in a process of its own. */
export class Server {
  readonly port: number;
  #child: Child;

  private constructor(options: ServerOptions) {
    this.port = options.port;
    this.#child = new Child({
      script: join(builtFolder, `${options.contestant}.js`),
      core: pinned.server,
      nodeOptions: [
        "--expose-gc",
        ...(options.profile ? ["--cpu-prof", `--cpu-prof-dir=${profilesFolder}/${options.contestant}`] : []),
      ],
      environment: {
        BENCH_FOLDER: options.folder,
        BENCH_PORT: String(options.port),
        BENCH_LIMITS: JSON.stringify(options.limits ?? {}),
      },
      log: join(options.folder, "log"),
      handlers: {},
    });
  }

  /** Starts a server and resolves when it accepts connections. */
  static async start(options: ServerOptions): Promise<Server> {
    const server = new Server(options);
    try {
      await server.#child.line.call("ready");
    } catch (error) {
      await server.kill();
      throw error;
    }
    return server;
  }

  figures(): Promise<ServerFigures> {
    return this.#child.line.call("figures");
  }

  /** Figures after all garbage is gone. */
  collected(): Promise<ServerFigures> {
    return this.#child.line.call("collected");
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }

  kill(): Promise<void> {
    return this.#child.kill();
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
