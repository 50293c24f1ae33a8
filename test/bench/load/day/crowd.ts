import { mkdirSync } from "node:fs";
import { join } from "node:path";
import * as encoding from "lib0/encoding";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { cookieName } from "~/access/cookie.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { editorSchemaVersion } from "~/record/document/editorVersion";
import { notesOf, setCurrentTopic } from "~/record/document/record";
import { lineAt, linesOfNotes } from "../../../builders/notes";
import { OwnServer } from "../../../builders/ownServer";
import { randomOf } from "../../statistics";
import { enterAll, type Person, pause } from "../person";
import { wires } from "../wire";
import { crowdMark, windowMarks } from "./lines";
import { type DaySize, type PreparedDay, prepareDay } from "./prepareDay";

/** Where a day is played, for those who open it in a browser. */
export interface ServedDay extends PreparedDay {
  origin: string;
}

let server: OwnServer;
let day: PreparedDay;
let crowd: Guest[] = [];
let moderator: Guest;
let turned = 0;
let ended = false;
let writing: Promise<void> | null = null;

/** Serves a day with the built server, and lets the people on sockets in. */
export async function serveDay(order: DaySize & { core: number | null }): Promise<ServedDay> {
  const folder = join(order.folder, "data");
  mkdirSync(folder);
  day = await prepareDay({ ...order, folder });
  server = await OwnServer.start(folder, [], order.core);
  const place = {
    wire: { ...wires.huishang, path: () => address },
    port: Number(new URL(server.origin).port),
    room: liveRoomName(day.month),
  };
  const address = `/live/${place.room}?schema=${editorSchemaVersion}&epoch=1`;
  const people = await enterAll(
    [moderatorToken, ...day.tokens].map((who) => ({
      ...{ ...place, who, headers: { Cookie: `${cookieName}=${who}`, Origin: server.origin } },
    })),
  );
  const record = await people[0]!.synced;
  moderator = new Guest(people[0]!, null, record!, true);
  crowd = people.slice(1).map((person, at) => new Guest(person, at < order.writers ? at : null, record!));
  await turnTo({ topic: 0 });
  writing = write();
  return { ...day, origin: server.origin };
}

/** The moderator turns the room to a topic, and everybody goes there, each a moment after the other. */
export async function turnTo({ topic }: { topic: number }): Promise<void> {
  turned = topic;
  setCurrentTopic(moderator.document, day.topicIds[topic]!);
  const random = randomOf(topic + 1);
  await Promise.all(
    crowd.map(async (guest) => {
      await pause(random() * 400);
      guest.goTo(day.topicIds[topic]!);
    }),
  );
}

// Of somebody who holds the day.
const moderatorToken = "leader";

// How often somebody who writes down what is said adds a word, in milliseconds.
const beat = 800;

async function write(): Promise<void> {
  const writers = crowd.filter(({ writer }) => writer !== null);
  const random = randomOf(writers.length);
  await Promise.all(
    writers.map(async (guest) => {
      await pause(random() * beat);
      while (!ended) {
        guest.write(day.topicIds[turned]!);
        await pause(beat * (0.5 + random()));
      }
    }),
  );
}

/** What the record lacks of what was written in the end, and how many connections were lost. */
export async function endDay(asked: {
  typed: number[];
}): Promise<{ missing: number; closed: number; edits: number }> {
  ended = true;
  await writing;
  await pause(1_000);
  const closed = crowd.filter(({ person }) => person.closed).length;
  const [reader] = await enterAll([crowd[0]!.person.options]);
  const document = new Y.Doc();
  Y.applyUpdate(document, (await reader!.synced)!);
  const lengthIn = (topicId: string, mark: string) => {
    const lines = linesOfNotes(notesOf(document, topicId));
    return (lines.find((line) => line.startsWith(mark)) ?? mark).length - mark.length;
  };
  const written = (mark: string) => day.topicIds.reduce((sum, id) => sum + lengthIn(id, mark), 0);
  const wanted = [
    ...windowMarks.map((mark, at) => [mark, asked.typed[at] ?? 0] as const),
    ...crowd.flatMap(({ writer, letters }) =>
      writer === null ? [] : [[crowdMark(writer), letters] as const],
    ),
  ];
  const missing = wanted.reduce((sum, [mark, letters]) => sum + Math.abs(letters - written(mark)), 0);
  const edits = crowd.reduce((sum, { letters }) => sum + letters, 0) / word.length;
  for (const { person } of [moderator, ...crowd]) person.leave();
  reader!.leave();
  await server.end("SIGTERM");
  return { missing, closed, edits };
}

const word = "议定";

/** Somebody on a socket: where they are is seen, and some of them write. */
class Guest {
  /** How many letters they have written. */
  letters = 0;
  readonly document = new Y.Doc();
  #awareness = new Awareness(this.document);

  constructor(
    readonly person: Person,
    readonly writer: number | null,
    record: Uint8Array,
    isModerator = false,
  ) {
    if (writer !== null || isModerator) Y.applyUpdate(this.document, record);
    this.document.on("update", (update: Uint8Array) => person.write(update));
    this.#awareness.on("update", () => person.say(presenceFrame(this.#awareness)));
  }

  goTo(topic: string): void {
    this.#awareness.setLocalStateField("topic", topic);
  }

  /** Adds a word to their line of a topic; what others write meanwhile does not concern them. */
  write(topicId: string): void {
    const notes = notesOf(this.document, topicId);
    const at = linesOfNotes(notes).findIndex((line) => line.startsWith(crowdMark(this.writer!)));
    notes.insert(lineAt(notes, at).to, word, {});
    this.letters += word.length;
  }
}

function presenceFrame(awareness: Awareness): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]));
  return encoding.toUint8Array(encoder);
}
