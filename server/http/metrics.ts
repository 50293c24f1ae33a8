import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { LiveCounters, LiveStats } from "../live/stats";

const prefix = "huishang_";

/** What is counted by kind, with the name of the label that says which. */
const labelled = {
  closed: { label: "code", help: "Live connections refused or closed by the server" },
  malformed: { label: "reason", help: "Messages that no client of ours sends" },
} as const;
type LabelledName = keyof typeof labelled;
type CounterName = Exclude<keyof LiveCounters, LabelledName>;
type GaugeName = Exclude<keyof LiveStats, keyof LiveCounters>;

const labelledNames = Object.keys(labelled) as LabelledName[];

const counterHelp: Record<CounterName, string> = {
  accepted: "Live connections accepted, refused ones too",
  framesIn: "WebSocket frames received",
  bytesIn: "Bytes of payload received",
  framesOut: "WebSocket frames sent",
  bytesOut: "Bytes of payload sent",
  commits: "Commits of live edits",
  commitFailures: "Commits and flushes of live edits that failed",
  commitSeconds: "Seconds spent on commits, flush included",
  updatesStored: "Edits stored",
  updatesKnown: "Edits that were stored already",
  updatesRefused: "Edits of a part of the record that their writer may not change",
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

/** What the worker of the outbox counts: what waits and what was given up now, the others since the start. */
const jobHelp = {
  outbox_waiting: "Steps of the outbox that wait to be done",
  outbox_dead: "Steps of the outbox that were given up and wait for a person",
  outbox_done: "Steps of the outbox done since the start",
  outbox_failed: "Tries at steps of the outbox that failed since the start",
  outbox_given_up: "Steps of the outbox given up since the start",
};
type JobFigureName = keyof typeof jobHelp;
export type JobFigures = Record<JobFigureName, number>;
const noJobs: JobFigures = {
  outbox_waiting: 0,
  outbox_dead: 0,
  outbox_done: 0,
  outbox_failed: 0,
  outbox_given_up: 0,
};

/** Seconds since the last good backup, and how many have failed. */
export interface BackupFigures {
  age: number | null;
  failed: number;
}

/** What is measured in this process, for Prometheus. */
export class Metrics {
  readonly #register = new Registry();
  readonly #counters = new Map<CounterName, Counter>();
  readonly #gauges = new Map<GaugeName, Gauge>();
  readonly #jobs = new Map<JobFigureName, Gauge>();
  readonly #labelled = new Map<LabelledName, Counter>();
  readonly #backups: Record<"age" | "failed", Gauge> | undefined;

  /**
   * @param stats what the live rooms count: plain numbers, because they are counted with every frame
   * @param jobs what the outbox counts
   * @param backups of the backups that the server makes by itself; left out where it makes none
   */
  constructor(
    readonly stats: () => LiveStats,
    readonly jobs: () => JobFigures = () => noJobs,
    readonly backups?: () => BackupFigures,
  ) {
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
    for (const [name, help] of entries(jobHelp))
      this.#jobs.set(name, new Gauge({ name: prefix + name, help, registers }));
    for (const name of labelledNames) {
      const { label, help } = labelled[name];
      this.#labelled.set(name, new Counter({ name: liveName(name), help, labelNames: [label], registers }));
    }
    const gauge = (name: string, help: string) => new Gauge({ name: prefix + name, help, registers });
    this.#backups = backups && {
      age: gauge("backup_age_seconds", "Seconds since the last good backup; NaN while there is none"),
      failed: gauge("backup_failed", "Backups that failed since the start"),
    };
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
    const jobs = this.jobs();
    for (const [name, gauge] of this.#jobs) gauge.set(jobs[name]);
    for (const [name, counter] of this.#labelled) {
      counter.reset();
      for (const [kind, count] of Object.entries(stats[name]))
        counter.inc({ [labelled[name].label]: kind }, count);
    }
    if (this.backups) {
      const { age, failed } = this.backups();
      this.#backups?.age.set(age ?? Number.NaN);
      this.#backups?.failed.set(failed);
    }
    return this.#register.metrics();
  }
}

/** The metric's name for one of the live rooms' figures: `framesIn` is `huishang_live_frames_in`. */
function liveName(figure: string): string {
  return `${prefix}live_${figure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

const entries = <K extends string>(record: Record<K, string>) => Object.entries(record) as [K, string][];
