import { asc, eq } from "drizzle-orm";
import { read } from "~db/read";
import { outbox } from "~db/schema";

/** The payloads of the steps of one kind that wait in the outbox, in order. */
export async function stepsLeft(kind: string): Promise<unknown[]> {
  const rows = await read((db) =>
    db
      .select({ payload: outbox.payload })
      .from(outbox)
      .where(eq(outbox.kind, kind))
      .orderBy(asc(outbox.sequence)),
  );
  return rows.map(({ payload }) => JSON.parse(payload) as unknown);
}
