import { createHash } from "node:crypto";
import { sign } from "~/ledger/key.server";
import { onceField } from "~/ledger/onceField";
import type { Actor } from "./actor";
import { refusalResponse } from "./request.server";

/**
 * Takes the key of a form out of it and answers by what the form is known when it is sent again: who sent what with
 * which key to which address. With other words under the same key it is another form. Undefined without a key.
 * Throws the answer `formUnreadable` (400) where the key is none of ours.
 */
export async function takeSubmission(
  sent: FormData,
  actor: Pick<Actor, "personId">,
  address: string,
): Promise<string | undefined> {
  const [key, ...more] = sent.getAll(onceField);
  if (key === undefined) return undefined;
  if (typeof key !== "string" || more.length > 0 || !/^[\w:.-]{1,100}$/.test(key))
    throw refusalResponse({ code: "formUnreadable" });
  sent.delete(onceField);
  const { pathname, search } = new URL(address);
  const fields = await Promise.all([...sent].map(async ([name, value]) => [name, await written(value)]));
  return sign(JSON.stringify([actor.personId, pathname, search, key, fields]));
}

async function written(value: FormDataEntryValue): Promise<string> {
  if (typeof value === "string") return value;
  return createHash("sha256")
    .update(Buffer.from(await value.arrayBuffer()))
    .digest("hex");
}
