import { onceField } from "~/ledger/onceField";
import type { Refusal } from "~/ledger/result";
import { writerField } from "~/ledger/writerField";

/** What came of sending a file; without a refusal nobody answered, and it may be sent again as it is. */
export type SentFileAnswer = { ok: true } | { ok: false; refusal: Refusal | null };

/**
 * Sends one file by itself, so that the page can tell how far it has come: the page layer's own requests cannot.
 * @param key by which it is taken once, however often it is sent
 * @param writer whose it is, where it may be sent later
 */
export function sendFile(
  address: string,
  { key, file, writer }: { key: string; file: File; writer?: string },
  told: (share: number) => void,
): Promise<SentFileAnswer> {
  const form = new FormData();
  form.set(onceField, key);
  if (writer) form.set(writerField, writer);
  form.set("stay", "");
  form.set("file", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
    request.upload.onload = () => told(1);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => resolve({ ok: false, refusal: null });
    request.send(form);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): SentFileAnswer {
  if (status === 200) return { ok: true };
  try {
    return { ok: false, refusal: (JSON.parse(responseText) as { refusal?: Refusal }).refusal ?? null };
  } catch {
    return { ok: false, refusal: null };
  }
}
