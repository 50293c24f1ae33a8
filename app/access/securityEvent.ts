/** Something that whoever watches over the installation wants to know. No personal text beyond account and address. */
export interface SecurityEvent {
  event:
    | "signIn"
    | "signInRefused"
    | "signOut"
    | "signInEnded"
    | "passwordChanged"
    | "passwordWithdrawn"
    | "invitationMade"
    | "invitationUsed"
    | "invitationRefused"
    | "postGiven"
    | "postLeft"
    | "requestRefused";
  /** UTC. */
  at: string;
  /** Whom it concerns. Never what somebody only typed. */
  account?: string;
  /** Who did it to somebody else. */
  by?: string;
  address?: string;
  /** Why it was refused: a refusal's code. */
  reason?: string;
  /** What it is about besides: a post's id, a request's method and path. */
  about?: string;
}

type Listener = (event: SecurityEvent) => void;

const listeners = new Set<Listener>();

/** Calls `listener` with everything that is told from now on; the answer ends it. */
export function onSecurityEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells what has happened, after the commit. */
export function tellSecurity(event: SecurityEvent): void {
  for (const listener of listeners) listener(event);
}
