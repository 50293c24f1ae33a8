/** How long a sign-in lasts, whatever is done with it: one working day and its evening. */
export const signInLifetimeMs = 14 * 60 * 60 * 1000;

/** How long it lasts when nothing is done with it; an open live record counts as use. */
export const idleLifetimeMs = 2 * 60 * 60 * 1000;

/** How exactly the last use is known: it is not written down with every request. */
export const useNotedEveryMs = 5 * 60 * 1000;

/** What a sign-in's end depends on (UTC instants). */
export interface SessionLife {
  createdAt: string;
  /** Empty until the first time it is noted. */
  lastUsedAt: string;
  expiresAt: string;
  endedAt: string | null;
}

/** When a sign-in was used last, as far as that was noted. */
export function lastUse({ createdAt, lastUsedAt }: Pick<SessionLife, "createdAt" | "lastUsedAt">): string {
  return lastUsedAt > createdAt ? lastUsedAt : createdAt;
}

/** Whether a sign-in still lets somebody in. */
export function isOpen(session: SessionLife, now: string): boolean {
  const idle = Date.parse(now) - Date.parse(lastUse(session));
  return session.endedAt === null && session.expiresAt > now && idle <= idleLifetimeMs;
}
