import type { Server } from "node:http";
import { registerLiveRooms } from "~/record/live/liveRooms.server";
import type { Admission } from "../admission";
import type { Engine } from "../engine";
import { defaultLimits, type Limits } from "../limits";
import type { LiveLogger } from "../logger";
import { type LiveStats, newCounters } from "../stats";
import { type LiveRoomsOfServer, Registry } from "./registry";
import { UpgradeHandler } from "./upgrade";

/** What the engine is started with. */
export interface LiveOptions {
  httpServer: Server;
  admission: Admission;
  now: () => Date;
  log: LiveLogger;
  limits?: Partial<Limits>;
}

/** The running engine. */
export interface Live {
  rooms: LiveRoomsOfServer;
  /** Answers the figures for /metrics. */
  stats(): LiveStats;
  /**
   * Lets nobody in from now on (503), closes everybody with 1012 (the stock client comes back), spread in time, and
   * resolves when everything is on the disk. The HTTP server is left to its owner.
   */
  drain(): Promise<void>;
  /** Stops at once and stores nothing more, as a killed process would. For tests. */
  abandon(): void;
}

/** Starts serving `/live/ROOM` on the HTTP server and registers the rooms for use cases. */
export function startLive(options: LiveOptions): Live {
  const limits = { ...defaultLimits, ...options.limits };
  const engine: Engine = { limits, log: options.log, counters: newCounters(), now: options.now };
  const registry = new Registry(engine, options.admission);
  const upgrades = new UpgradeHandler(options.httpServer, registry);
  registerLiveRooms(registry);
  return {
    rooms: registry,
    stats: () => registry.stats(),
    async drain() {
      upgrades.close();
      await registry.drain();
      registerLiveRooms(undefined);
    },
    abandon() {
      upgrades.close();
      upgrades.detach();
      registry.abandon();
      registerLiveRooms(undefined);
    },
  };
}
