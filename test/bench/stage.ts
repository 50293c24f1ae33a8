import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Child, pinned } from "./child";
import { type ContestantName, freePort, Server } from "./contestant";
import { builtFolder } from "./places";

/** What a bench works with: servers, load generators and folders, all gone when it is done. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), "huishang-bench-"));
  #open = new Set<{ kill(): Promise<void> }>();
  #folders = 0;

  constructor(readonly profile: boolean) {
    process.once("exit", () => rmSync(this.folder, { recursive: true, force: true }));
  }

  /** An empty folder. */
  freshFolder(): string {
    const folder = join(this.folder, String(this.#folders++));
    mkdirSync(folder);
    return folder;
  }

  async server(
    contestant: ContestantName,
    more: { folder?: string; port?: number; limits?: Record<string, number> } = {},
  ): Promise<Server> {
    const server = await Server.start({
      contestant,
      folder: more.folder ?? this.freshFolder(),
      port: more.port ?? (await freePort()),
      profile: this.profile,
      limits: more.limits,
    });
    this.#open.add(server);
    return server;
  }

  /** A load generator; it may ask for the figures of `server`. */
  load(server: () => Server): Child {
    return this.#worker(server, pinned.load);
  }

  /** A process that does the product's own work, its threads on whatever core is free. */
  reader(): Child {
    const none = () => {
      throw new Error("no server runs here");
    };
    return this.#worker(none, null);
  }

  #worker(server: () => Server, core: number | null): Child {
    const child = new Child({
      script: join(builtFolder, "load.js"),
      core,
      nodeOptions: ["--expose-gc"],
      environment: {},
      log: join(this.folder, "load-log"),
      handlers: { figures: () => server().figures(), collected: () => server().collected() },
    });
    this.#open.add(child);
    return child;
  }

  /** Ends what still runs. */
  async clear(): Promise<void> {
    await Promise.all([...this.#open].map((one) => one.kill()));
    this.#open.clear();
  }

  async remove(): Promise<void> {
    await this.clear();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
