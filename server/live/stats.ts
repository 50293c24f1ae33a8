import { type Malformation, malformations } from "./malformation";

/** Counters since start, for /metrics. Bytes are of payloads, seconds are of the clock. */
export interface LiveCounters {
  accepted: number;
  /** Connections refused or closed by the server, by close code. */
  closed: Record<number, number>;
  framesIn: number;
  bytesIn: number;
  framesOut: number;
  bytesOut: number;
  /** Messages that no client of ours sends, by what is wrong with them. */
  malformed: Record<Malformation, number>;
  commits: number;
  commitFailures: number;
  commitSeconds: number;
  updatesStored: number;
  updatesKnown: number;
  updatesRefused: number;
  loads: number;
  loadFailures: number;
  loadSeconds: number;
  unloads: number;
  compactions: number;
  compactionFailures: number;
  proposals: number;
  /** Late edits that a client made by itself and that would change nothing. */
  proposalsIdle: number;
  proposalFailures: number;
  versions: number;
  presenceIgnored: number;
}

/** Counters, and what is the case now. */
export interface LiveStats extends LiveCounters {
  rooms: number;
  connections: number;
  /** Updates waiting to be committed. */
  waitingUpdates: number;
  /** Bytes written to sockets and not yet taken by the network. */
  bufferedBytes: number;
}

/** Makes counters that start from nothing. */
export function newCounters(): LiveCounters {
  return {
    accepted: 0,
    closed: {},
    framesIn: 0,
    bytesIn: 0,
    framesOut: 0,
    bytesOut: 0,
    malformed: Object.fromEntries(malformations.map((one) => [one, 0])) as Record<Malformation, number>,
    commits: 0,
    commitFailures: 0,
    commitSeconds: 0,
    updatesStored: 0,
    updatesKnown: 0,
    updatesRefused: 0,
    loads: 0,
    loadFailures: 0,
    loadSeconds: 0,
    unloads: 0,
    compactions: 0,
    compactionFailures: 0,
    proposals: 0,
    proposalsIdle: 0,
    proposalFailures: 0,
    versions: 0,
    presenceIgnored: 0,
  };
}
