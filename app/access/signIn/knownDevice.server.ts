import { and, eq } from "drizzle-orm";
import { hashToken } from "~/access/token.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { knownDevice } from "~db/schema";

/** Whether a device's token was made here, and for this person if one is named. */
export async function isKnownDevice(db: Queries, device: string, personId?: string): Promise<boolean> {
  const [row] = await db
    .select({ personId: knownDevice.personId })
    .from(knownDevice)
    .where(
      and(
        eq(knownDevice.tokenHash, hashToken(device)),
        personId === undefined ? undefined : eq(knownDevice.personId, personId),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** The token of a device in which somebody has signed in before; undefined for any other. */
export async function whichKnownDevice(device: string | undefined): Promise<string | undefined> {
  return device && (await read((db) => isKnownDevice(db, device))) ? device : undefined;
}
