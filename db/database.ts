import type { FileStore } from "./fileStore";
import type { LiveStore } from "./liveStore";
import type { Queries } from "./queries";

/**
 * When a transaction counts as done. `flushed`: once it survives a power cut. `unflushed`: at once; after a power
 * cut it may not be there, wholly. For what is made again when it is lost, like a copy made to read faster.
 */
export type Durability = "flushed" | "unflushed";

/** What the database itself says of a file. */
export interface Inspection {
  /** "ok", or what it finds wrong. */
  integrity: string;
  /** Rows that refer to others which are not there. */
  lostReferences: number;
}

/** Work that a database does beside its users for as long as a server runs. */
export interface Maintenance {
  stop(): Promise<void>;
}

/** Kinds of things of which those are found that are like one. */
export type Comparable = "problem" | "task";

/** What others are compared with: a subject of any kind, or terms of words that are only being written. */
export type Compared = { kind: Comparable; subjectId: string } | { terms: string };

/** Which subjects are looked for; `among` is the query of those that may be seen, with the candidates at one place. */
export interface NearestQuestion {
  kind: Comparable;
  to: Compared;
  limit: number;
  atLeast: number;
  among: { sql: string; params: unknown[]; at: number };
}

/** A subject that is like another one, from 0 to 1, with the terms they share, those first that say most. */
export interface Near {
  subjectId: string;
  likeness: number;
  common: string[];
}

/**
 * An open database, whatever its make. Everything that holds for one make only (files, pragmas, flushes,
 * checkpoints) stands behind this and behind `LiveStore`.
 */
export interface Database {
  /** Queries committed data. Several queries may see different commits. */
  readonly read: Queries;
  /** The log of the live record. */
  readonly live: LiveStore;
  /** The bytes of attached files. */
  readonly files: FileStore;
  /**
   * Runs `work` in one write transaction; writers wait for each other in the order they came. Await nothing but
   * the database inside. An exception rolls everything back and is thrown on, as NotStored where the disk takes nothing.
   */
  transact<T>(work: (tx: Queries) => Promise<T>, durability?: Durability): Promise<T>;
  /**
   * Runs `work` without waiting for the disk at each commit, then brings everything to the disk. Only for data
   * that is made anew when the machine stops in between.
   */
  withoutSync<T>(work: () => Promise<T>): Promise<T>;
  /** Rejects when the database does not answer, or cannot be written since a write has failed. */
  check(): Promise<void>;
  /**
   * Brings everything that is committed into the database's own file, so that what was erased stands in no log beside
   * it any more. False where somebody still reads what was before.
   */
  settle(): Promise<boolean>;
  /** Copies the database as it is now, while others go on writing. The file is there only once it is whole. */
  backup(file: string): Promise<void>;
  /** Finds what is most like a subject, away from whoever else is answered. */
  nearest(question: NearestQuestion): Promise<Near[]>;
  /**
   * Begins what a server needs that runs for long.
   * @param onFailure told when it fails; the database then does without
   */
  maintain(onFailure: (error: unknown) => void): Maintenance;
  close(): void;
}
