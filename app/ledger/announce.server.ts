/** A fact that people may be looking at just now and that has changed, told after its commit. */
export interface Announcement {
  kind: "attendance" | "lookBack" | "outcome" | "stage" | "topic";
  /** The consultation day's month, YYYY-MM. */
  month: string;
}

type Listener = (announcement: Announcement) => Promise<void>;

const listeners = new Set<Listener>();

/** Calls `listener` on every announcement; returns what takes it away again. */
export function onAnnouncement(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Told by use cases after their commit. Nothing depends on it being heard: who opens the page later reads
 * the fact from the database.
 */
export async function announce(announcement: Announcement): Promise<void> {
  await Promise.all([...listeners].map((listener) => listener(announcement)));
}
