/** Where the connection to the live record stands. */
export type LiveLink = "connecting" | "synced" | "offline" | "closed";

/** What the server says about the room itself. */
export interface RoomNews {
  state: "open" | "frozen";
  epoch: number;
  /** Rises when facts kept in the database have changed. */
  facts: number;
}

/** Everything the page shows about its connection. */
export interface LiveStatus {
  link: LiveLink;
  /** Why the server closed for good. */
  closedCode: number | null;
  /** Changes made here that the server has not confirmed. */
  pending: number;
  /** Fields in which something has been typed that is not yet part of the record. */
  drafts: number;
  /** Something is on the page: what this device kept, or what the server sent. */
  hasRecord: boolean;
  /** What this device keeps survives closing the page. */
  kept: boolean;
  news: RoomNews | null;
}

export const firstStatus: LiveStatus = {
  link: "connecting",
  closedCode: null,
  pending: 0,
  drafts: 0,
  hasRecord: false,
  kept: false,
  news: null,
};

/** Why the server ends a connection for good; what the page then says and offers. */
export const closeReasons = {
  4400: "malformed",
  4401: "signedOut",
  4403: "forbidden",
  4404: "missing",
  4409: "oldSchema",
  4410: "oldEpoch",
  4413: "documentFull",
  4423: "frozen",
  4424: "partClosed",
  4429: "tooMuchLate",
} as const;

export type CloseReason = (typeof closeReasons)[keyof typeof closeReasons] | "unknown";

/** The reason behind a close code. */
export function closeReason(code: number): CloseReason {
  return Object.hasOwn(closeReasons, code) ? closeReasons[code as keyof typeof closeReasons] : "unknown";
}

/** Closes after which what this device kept of the room has been handed over and is of no more use. */
export function isHandedOver(code: number): boolean {
  return code === 4410 || code === 4423;
}

/**
 * Whether writing here still leads somewhere: not in a frozen record, and not after the server has closed
 * for good, except where signing in again brings everything home.
 */
export function takesEdits({ link, closedCode, news }: LiveStatus): boolean {
  if (link === "closed") return closedCode === 4401;
  return news?.state !== "frozen";
}

/** The one word of the saved state that is always on the page. */
export type SavedWord = "connecting" | "saved" | "saving" | "offline" | "closed" | "reading";

/** What to say about what was written here. */
export function savedWord(status: LiveStatus, writes: boolean): SavedWord {
  if (status.link === "closed") return "closed";
  if (status.link === "offline") return "offline";
  if (status.link === "connecting") return status.pending > 0 ? "offline" : "connecting";
  if (!writes) return "reading";
  return status.pending + status.drafts > 0 ? "saving" : "saved";
}

/** The server's word on the room, read from its presence; null when it is not that. */
export function readNews(state: unknown): RoomNews | null {
  if (typeof state !== "object" || state === null) return null;
  const { server } = state as { server?: unknown };
  if (typeof server !== "object" || server === null) return null;
  const { state: open, epoch, facts } = server as Record<string, unknown>;
  if (typeof epoch !== "number" || typeof facts !== "number") return null;
  return { state: open === "frozen" ? "frozen" : "open", epoch, facts };
}
