import { eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { liveRoom } from "~db/schema";

/** Tells whether an epoch of a room holds notes as elements; what is new holds lines. */
export async function heldAsElements(db: Queries, room: string, epoch: number): Promise<boolean> {
  const [row] = await db
    .select({ linesFrom: liveRoom.linesFrom })
    .from(liveRoom)
    .where(eq(liveRoom.name, room));
  return row !== undefined && (row.linesFrom === null || epoch < row.linesFrom);
}
