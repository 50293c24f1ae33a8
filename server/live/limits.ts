/** Bounds of the live engine. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** Largest frame of a client; a longer one closes the connection with 1009. */
  frameBytes: number;
  /** Messages in one frame; the stock client sends one. */
  frameMessages: number;
  /** Frames a connection may send per second in the long run, and at once. */
  framesPerSecond: number;
  frameBurst: number;
  /** Bytes a connection may send per second in the long run, and at once. */
  bytesPerSecond: number;
  byteBurst: number;
  /**
   * Questions a connection may ask per second in the long run, and at once: to answer one, the server goes through
   * the whole document. The stock client asks once, on coming in.
   */
  questionsPerSecond: number;
  questionBurst: number;
  /** A client's word on what it has, about ten bytes for everybody who ever wrote. */
  stateVectorBytes: number;
  /** What may wait for a connection whose room is still loading. */
  waitingFrames: number;
  waitingBytes: number;
  /** What may wait in a room to be committed. */
  queueBytes: number;
  /** What may lie unsent for a slow reader, beyond its last full synchronisation. */
  bufferedBytes: number;
  connectionsPerPerson: number;
  connectionsPerRoom: number;
  /** Admissions being decided at the same time. */
  admissions: number;
  rooms: number;
  /** One person's presence as JSON. */
  presenceBytes: number;
  /** People in one presence message; a stock client repeats everybody it hears of. */
  presenceEntries: number;
  /** Log and snapshot of one room. */
  documentBytes: number;
  /**
   * Top-level structures of one document: notes, tables, and each cell in which something stands. Writing a document
   * down takes the square of their number: a quarter of a second for these.
   */
  documentRoots: number;
  /** Structures inside structures; real notes have about ten. */
  documentDepth: number;
  /** Between two attempts to flush what is committed, after one has failed. */
  flushPause: number;
  /** Longest pause between two commits; shorter while there is little to do. */
  commitPause: number;
  /** Shortest pause between two presence frames of a room. */
  presencePause: number;
  /** The stock client gives up after 30 s of silence. */
  heartbeat: number;
  /** A connection is asked for its right again after this long. */
  recheck: number;
  /** An empty room stays in memory this long. */
  idle: number;
  /** Updates in the log after which a busy room is compacted, and an idle one. */
  compactBusy: number;
  compactIdle: number;
  /** The canonical JSON follows an edit after this pause, and under constant editing after the ceiling. */
  recordPause: number;
  recordCeiling: number;
  /** Between two automatic versions. */
  version: number;
  /** Late edits of one connection are gathered this long into one proposal. */
  late: number;
  /** Late edits wait this long to hear whether minutes are issued or writing goes on. */
  undecided: number;
  /** Edits that somebody hands in, or brings too late, at once as a proposed correction, and how often they may. */
  handInBytes: number;
  handInsPerMinute: number;
  handInBurst: number;
  /** How long a client of an old epoch may take to hand over what it has. */
  handover: number;
  /** Connections are closed spread over this time when the server stops. */
  drain: number;
}

const mebibyte = 1024 * 1024;

export const defaultLimits: Limits = {
  frameBytes: 16 * mebibyte,
  frameMessages: 4,
  framesPerSecond: 120,
  frameBurst: 1_200,
  bytesPerSecond: 2 * mebibyte,
  byteBurst: 32 * mebibyte,
  questionsPerSecond: 0.2,
  questionBurst: 5,
  stateVectorBytes: mebibyte,
  waitingFrames: 500,
  waitingBytes: 16 * mebibyte,
  queueBytes: 64 * mebibyte,
  bufferedBytes: 8 * mebibyte,
  connectionsPerPerson: 16,
  connectionsPerRoom: 600,
  admissions: 1_000,
  rooms: 4_000,
  presenceBytes: 4_096,
  presenceEntries: 3_000,
  documentBytes: 64 * mebibyte,
  documentRoots: 3_000,
  documentDepth: 100,
  flushPause: 200,
  commitPause: 20,
  presencePause: 40,
  heartbeat: 10_000,
  recheck: 60_000,
  idle: 30_000,
  compactBusy: 2_000,
  compactIdle: 100,
  recordPause: 2_000,
  recordCeiling: 10_000,
  version: 600_000,
  late: 150,
  undecided: 10_000,
  handInBytes: 2 * mebibyte,
  handInsPerMinute: 2,
  handInBurst: 10,
  handover: 10_000,
  drain: 1_000,
};
