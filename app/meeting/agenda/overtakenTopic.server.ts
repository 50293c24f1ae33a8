import { inArray } from "drizzle-orm";
import type { Touch } from "~/ledger/meanwhile";
import { refuse } from "~/ledger/result";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { authorsOf } from "~/meeting/history/authorsOf.server";
import { writeOfTopicField } from "~/record/document/topics";
import { serverAuthor } from "~/record/live/serverAuthor";
import { read } from "~db/read";
import { person } from "~db/schema";

const fields = ["title", "presenter", "minutesAllotted"] as const;

/**
 * Refuses with `changedMeanwhile`, and tells of each field of an entry of the agenda who wrote it last, and when. For
 * those who may read the record.
 */
export async function overtakenTopic(slug: string, topicId: string) {
  const { document, epoch } = await recordOf(slug);
  const { wrote } = await authorsOf(liveRoomName(slug), epoch);
  const written = fields.flatMap((field) => {
    const item = writeOfTopicField(document, topicId, field);
    const writer = item && wrote.find(item)[0]?.writer;
    return writer ? [{ field, ...writer }] : [];
  });
  document.destroy();
  const names = await namesOf(written.flatMap(({ personId }) => personId ?? []));
  const touched: Record<string, Touch> = {};
  for (const { field, personId, at } of written)
    touched[field] = { by: names.get(personId ?? "") ?? null, at };
  return refuse("changedMeanwhile", { touched });
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const rows = await read((db) =>
    db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, ids)),
  );
  // The platform's own edits carry no name.
  return new Map(rows.filter(({ id }) => id !== serverAuthor.personId).map(({ id, name }) => [id, name]));
}
