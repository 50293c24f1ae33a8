import { hash } from "@node-rs/argon2";
import { installDistrict } from "~/unit/install.server";
import { read } from "~db/read";
import { unit } from "~db/schema";
import { demoDistrict } from "./district";

/** Whether the database already holds a district. */
export async function isSeeded(): Promise<boolean> {
  const rows = await read((db) => db.select({ id: unit.id }).from(unit).limit(1));
  return rows.length > 0;
}

/**
 * Creates the demo district by the platform's own use cases, as if it had been at work for a year.
 * @param password of every demo account
 * @param now instant up to which the district has been at work
 */
export async function seedDemo(password: string, now: string): Promise<void> {
  const passwordHash = await hash(password);
  await installDistrict(demoDistrict(passwordHash), now);
}
