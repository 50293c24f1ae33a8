import type * as Y from "yjs";
import { entryOf } from "~/meeting/conduct/alignRecord.server";
import { alignRecordDocument } from "~/meeting/conduct/alignRecordDocument";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import type { TopicRow } from "~/meeting/conduct/topicsOfMeeting.server";

/** A meeting's record as it is, or will be in a moment: what an alignment has yet to write stands in it already. */
export async function recordInLine(slug: string, topics: readonly TopicRow[]): Promise<Y.Doc> {
  const { document } = await recordOf(slug);
  alignRecordDocument(document, topics.map(entryOf));
  return document;
}
