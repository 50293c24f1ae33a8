import type Sqlite from "better-sqlite3";
import type { KeptWords, LiveBatch } from "../liveStore";

/** Words of one room that wait: in all, and of what one person's edits have caused. What is more is only counted. */
const most = { room: 1_000, causer: 200 } as const;

/** Keeps words that edits made disappear, in the transaction that stores the edits. They are rare: nothing is prepared. */
export function keepWords(connection: Sqlite.Database, { room, epoch, kept = [], step }: LiveBatch): void {
  for (const words of kept) {
    if (goesOn(connection, room, words)) continue;
    if (isFull(connection, room, words)) count(connection, room);
    else insert(connection, room, epoch, words);
  }
  if (step && kept.length > 0)
    connection
      .prepare("insert into outbox (kind, subject, payload, created_at) values (?, ?, ?, ?)")
      .run(step.kind, step.subject, step.payload, step.createdAt);
}

/** Puts the words in the place of what the same writing said before, where that still waits. */
function goesOn(
  connection: Sqlite.Database,
  room: string,
  { continues, value, item, writer, at }: KeptWords,
): boolean {
  if (!continues || !writer) return false;
  const { changes } = connection
    .prepare(
      `update overwritten_words set value = ?, client = ?, clock = ?, at = ?, version = version + 1
       where room = ? and client = ? and clock = ? and state = 'waiting'
         and (writer_person_id = ? or (writer_person_id is null and client = ?))`,
    )
    .run(
      ...[value, item.client, item.clock, at, room],
      ...[continues.client, continues.clock],
      writer.personId,
      item.client,
    );
  return changes > 0;
}

function isFull(connection: Sqlite.Database, room: string, { causer }: KeptWords): boolean {
  const waiting = connection
    .prepare<[string | null, string], { rooms: number; causers: number | null }>(
      `select count(*) as rooms, sum(caused_by = ?) as causers from overwritten_words
       where room = ? and state = 'waiting'`,
    )
    .get(causer.personId, room);
  return (waiting?.rooms ?? 0) >= most.room || (waiting?.causers ?? 0) >= most.causer;
}

function count(connection: Sqlite.Database, room: string): void {
  connection.prepare("update live_room set words_not_kept = words_not_kept + 1 where name = ?").run(room);
}

function insert(connection: Sqlite.Database, room: string, epoch: number, words: KeptWords): void {
  const { id, kind, entryId, stepId, field, topicId, value, item, writer, over, overItem, causer, at } =
    words;
  connection
    .prepare(
      `insert into overwritten_words (id, room, epoch, kind, entry_id, step_id, field, topic_id, value, client, clock,
        writer_person_id, writer_post_id, over_client, over_clock, over_person_id, over_post_id, caused_by, at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[id, room, epoch, kind, entryId, stepId, field, topicId, value, item.client, item.clock],
      ...[writer?.personId ?? null, writer?.postId ?? null],
      ...[overItem?.client ?? null, overItem?.clock ?? null],
      ...[over?.personId ?? null, over?.postId ?? null, causer.personId, at],
    );
}
