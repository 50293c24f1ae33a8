import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { LiveCounters, LiveStats } from "../live/stats";

const prefix = "huishang_";

type CounterName = Exclude<keyof LiveCounters, "closed">;
type GaugeName = Exclude<keyof LiveStats, keyof LiveCounters>;

const counterHelp: Record<CounterName, string> = {
  accepted: "Live connections accepted, refused ones too",
  framesIn: "WebSocket frames received",
  bytesIn: "Bytes of payload received",
  framesOut: "WebSocket frames sent",
  bytesOut: "Bytes of payload sent",
  malformed: "Messages that no client of ours sends",
  commits: "Commits of live edits",
  commitFailures: "Commits and flushes of live edits that failed",
  commitSeconds: "Seconds spent on commits, flush included",
  updatesStored: "Edits stored",
  updatesKnown: "Edits that were stored already",
  loads: "Rooms loaded into memory",
  loadFailures: "Rooms that could not be loaded",
  loadSeconds: "Seconds spent loading rooms",
  unloads: "Rooms let go of",
  compactions: "Logs replaced by a snapshot",
  compactionFailures: "Compactions that failed",
  proposals: "Late edits kept as correction proposals",
  proposalsIdle: "Late edits that would change nothing",
  proposalFailures: "Late edits that could not be kept",
  versions: "Versions kept",
  presenceIgnored: "Presence states that were too large or no object",
};

const gaugeHelp: Record<GaugeName, string> = {
  rooms: "Rooms in memory",
  connections: "Live connections",
  waitingUpdates: "Edits waiting to be committed",
  bufferedBytes: "Bytes written to sockets and not yet taken by the network",
};

/** What is measured in this process, for Prometheus. */
export class Metrics {
  readonly #register = new Registry();
  readonly #counters = new Map<CounterName, Counter>();
  readonly #gauges = new Map<GaugeName, Gauge>();
  readonly #closed: Counter<"code">;

  /** @param stats what the live rooms count: plain numbers, because they are counted with every frame */
  constructor(readonly stats: () => LiveStats) {
    const registers = [this.#register];
    collectDefaultMetrics({ register: this.#register, prefix });
    new Gauge({
      name: `${prefix}process_uptime_seconds`,
      help: "Seconds since the process began",
      registers,
      collect() {
        this.set(process.uptime());
      },
    });
    for (const [name, help] of entries(counterHelp))
      this.#counters.set(name, new Counter({ name: liveName(name), help, registers }));
    for (const [name, help] of entries(gaugeHelp))
      this.#gauges.set(name, new Gauge({ name: liveName(name), help, registers }));
    this.#closed = new Counter({
      name: liveName("closed"),
      help: "Live connections refused or closed by the server",
      labelNames: ["code"],
      registers,
    });
  }

  /** The media type of `text`. */
  get contentType(): string {
    return this.#register.contentType;
  }

  /** Answers everything in Prometheus' text format. */
  async text(): Promise<string> {
    const stats = this.stats();
    for (const [name, counter] of this.#counters) {
      counter.reset();
      counter.inc(stats[name]);
    }
    for (const [name, gauge] of this.#gauges) gauge.set(stats[name]);
    this.#closed.reset();
    for (const [code, count] of Object.entries(stats.closed)) this.#closed.inc({ code }, count);
    return this.#register.metrics();
  }
}

/** The metric's name for one of the live rooms' figures: `framesIn` is `huishang_live_frames_in`. */
function liveName(figure: string): string {
  return `${prefix}live_${figure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

const entries = <K extends string>(record: Record<K, string>) => Object.entries(record) as [K, string][];
