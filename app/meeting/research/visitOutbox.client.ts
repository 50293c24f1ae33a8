import { sendFileAddress } from "~/address/files";
import { sendFile } from "~/file/sendFile.client";
import { onceField } from "~/ledger/onceField";
import { refusalStatus } from "~/ledger/refusal";
import type { Refusal } from "~/ledger/result";
import { writerField } from "~/ledger/writerField";

/** A note or a photo that this phone keeps until the platform has it. */
export interface Waiting {
  /** Its place in the order in which they are sent; given when it is kept. */
  order?: number;
  /** By which it is taken once, however often it is sent. */
  key: string;
  personId: string;
  /** The visit, and the address of its page. */
  visitId: string;
  page: string;
  at: string;
  text: string;
  file?: File;
  /** Why the platform did not take it. */
  refused?: Refusal["code"];
}

const [database, store] = ["huishang-visits", "waiting"];

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () =>
    request.result.createObjectStore(store, { keyPath: "order", autoIncrement: true });
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (rows: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await opened();
  try {
    const changes = db.transaction(store, mode, { durability: "strict" });
    const ended = new Promise<void>((resolve, reject) => {
      changes.oncomplete = () => resolve();
      changes.onabort = () => reject(changes.error);
    });
    const answer = await answerOf(work(changes.objectStore(store)));
    await ended;
    return answer;
  } finally {
    db.close();
  }
}

/** Keeps a note or a photo; it is on the phone when this resolves. */
export async function keepWaiting(one: Waiting): Promise<void> {
  await inStore("readwrite", (rows) => rows.put(one));
}

/** Forgets one that was taken, or given up. */
export async function forgetWaiting(order: number): Promise<void> {
  await inStore("readwrite", (rows) => rows.delete(order));
}

/** Lists what waits of one person, in the order in which it is sent; nobody else's is shown to them. */
export async function waitingOf(personId: string): Promise<Waiting[]> {
  const all = await inStore("readonly", (rows) => rows.getAll() as IDBRequest<Waiting[]>);
  return all.filter((one) => one.personId === personId);
}

/** Why what waits was not sent to its end; null where it was, or where nobody answers. */
export type HeldUp = Refusal["code"] | null;

// Not about what was sent: signed in again, or a little later, the same is taken.
const passes = ({ code }: Refusal) => [401, 429, 503].includes(refusalStatus[code]);

/**
 * Sends what waits of one person, one after another, and stops where nobody answers or what is in the way passes: the
 * rest waits for the next time.
 * @param told called after each that was taken or refused
 */
export async function sendWaiting(personId: string, told: () => Promise<void>): Promise<HeldUp> {
  const send = async (): Promise<HeldUp> => {
    for (const one of await waitingOf(personId)) {
      if (one.refused && !passes({ code: one.refused })) continue;
      const answer = await sendOne(one);
      if (!answer.ok && !answer.refusal) return null;
      if (!answer.ok && passes(answer.refusal!)) return answer.refusal!.code;
      if (answer.ok) await forgetWaiting(one.order!);
      else await keepWaiting({ ...one, refused: answer.refusal!.code });
      await told();
    }
    return null;
  };
  // Two windows of one phone would send the same at once.
  return navigator.locks ? navigator.locks.request(database, send) : send();
}

function sendOne(one: Waiting) {
  const { key, file, visitId, personId: writer } = one;
  const address = sendFileAddress({ kind: "visit", subjectId: visitId });
  if (file) return sendFile(address, { key, file, writer }, () => {});
  return sendNote(one);
}

async function sendNote({ key, page, text, at, personId }: Waiting) {
  const form = new FormData();
  const fields = { [onceField]: key, [writerField]: personId, stay: "", text, writtenAt: at };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    const answer = await fetch(`${page}/add`, { method: "POST", body: form });
    if (answer.ok) return { ok: true } as const;
    const { refusal } = (await answer.json()) as { refusal?: Refusal };
    return { ok: false, refusal: refusal ?? null } as const;
  } catch {
    return { ok: false, refusal: null } as const;
  }
}
