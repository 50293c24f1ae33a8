import { gt, isNull, or } from "drizzle-orm";
import { z } from "zod";
import type { Handler } from "~/ledger/handler.server";
import { fileStore } from "~db/files";
import { read } from "~db/read";
import { file } from "~db/schema";

/** Days for which the bytes of a removed file are kept, for whoever has to look into it. */
export const removedKeptDays = 30;

const day = 24 * 60 * 60 * 1000;

const step = {
  kind: "file.sweep",
  payload: z.object({ day: z.string() }),
  subject: () => "",
};

/**
 * At the start of each working day: deletes bytes that no file has, as a process leaves them that is ended between the
 * two, and those of files that were removed long ago.
 */
export const sweepHandler: Handler<{ day: string }> = {
  step,
  async outside(_, { now }) {
    await sweepFiles(now);
  },
};

/** Does it at an instant (UTC ISO); answers how many were deleted. What was stored within a day is let be. */
export async function sweepFiles(now: string): Promise<number> {
  const at = Date.parse(now);
  const kept = await keptSince(new Date(at - removedKeptDays * day).toISOString());
  const store = fileStore();
  store.dropParts(at - day);
  let dropped = 0;
  for (const { sha256 } of store.list())
    if (!kept.has(sha256) && store.dropUnlessSince(sha256, at - day)) dropped += 1;
  return dropped;
}

async function keptSince(since: string): Promise<Set<string | null>> {
  const rows = await read((db) =>
    db
      .select({ sha256: file.sha256, thumbnail: file.thumbnailSha256 })
      .from(file)
      .where(or(isNull(file.removedAt), gt(file.removedAt, since))),
  );
  return new Set(rows.flatMap(({ sha256, thumbnail }) => [sha256, thumbnail]));
}
