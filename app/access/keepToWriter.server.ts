import { writerField } from "~/ledger/writerField";
import type { Actor } from "./actor";
import { refusalResponse } from "./request.server";

/**
 * Takes out of a form whose it is, where it says so: what somebody wrote on a phone without a network is not written in
 * the name of whoever has signed in there since. Throws the answer `signedOut` (401): its writer may still send it.
 */
export function keepToWriter(sent: FormData, actor: Pick<Actor, "personId">): void {
  const writers = sent.getAll(writerField);
  sent.delete(writerField);
  if (writers.some((one) => one !== actor.personId)) throw refusalResponse({ code: "signedOut" });
}
