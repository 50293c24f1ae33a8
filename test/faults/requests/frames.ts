import { WebSocket } from "ws";
import * as Y from "yjs";
import { cookieName } from "~/access/cookie.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { editorSchemaVersion } from "~/record/document/editorVersion";
import { answerFrame, questionFrame, updateFrame } from "~server/live/connection/protocol";
import type { Chance } from "../../builders/chance";
import { writeElement, writeLine } from "../../builders/notes";
import { knockers } from "../../builders/world";
import { foreignIn } from "../checks";
import type { Place } from "../place";
import type { Asker } from "./asker";

/** Sends frames that no client of ours sends, into rooms that there are and others, as anybody. */
export async function framesAtRooms(
  place: Place,
  random: Chance,
  asker: Asker,
  goOn: () => boolean,
): Promise<void> {
  const { world } = place;
  const foreign = /HS-[\d-]+/.exec(asker.marks.pages().join(" "))?.[0] ?? "";
  const rooms = [world.months.inSession, world.months.issued, world.weekly.slug, foreign].map(liveRoomName);
  const names = [...rooms, ...rooms, "day-1999-01", "meeting-x", "..%2f", "%00", "x".repeat(3_000)];
  while (goOn()) await visit(place, random, asker, random.one(names));
}

async function visit({ server }: Place, random: Chance, asker: Asker, room: string): Promise<void> {
  const who = random.one(knockers);
  const params = new URLSearchParams({
    schema: random.below(5) === 0 ? "x" : String(editorSchemaVersion),
    epoch: random.one(["1", "1", "1", "2", "-1", "x"]),
  });
  const address = `${server.origin.replace("http", "ws")}/live/${room}?${params}`;
  const headers = { Origin: server.origin, Cookie: `${cookieName}=${who}` };
  const socket = new WebSocket(address, { headers });
  socket.on("message", (frame: Buffer) => {
    for (const word of foreignIn(frame.toString("utf8"), asker.marks.words))
      asker.faults.push(`${word} is sent to ${who} in ${room}`);
  });
  const ended = new Promise<void>((resolve) => {
    socket.once("close", resolve);
    socket.once("error", () => resolve());
    setTimeout(resolve, 500).unref();
  });
  await Promise.race([new Promise((resolve) => socket.once("open", resolve)), ended]);
  for (let left = 1 + random.below(8); left > 0 && socket.readyState === WebSocket.OPEN; left--) {
    socket.send(frameOf(random));
    asker.frames += 1;
  }
  await ended;
  socket.terminate();
}

/** A frame of one of the kinds there are, whole or with a few bytes wrong. */
function frameOf(random: Chance): Uint8Array | string {
  const frames: (() => Uint8Array | string)[] = [
    () => questionFrame(Y.encodeStateVector(new Y.Doc())),
    () => updateFrame(edit(random)),
    () => answerFrame(edit(random)),
    () => Uint8Array.of(1, ...noise(random, random.below(60))),
    () => noise(random, random.below(200)),
    () => random.one(["", "hello", "{}"]),
    () => spoil(random, updateFrame(edit(random))),
    () => spoil(random, questionFrame(Uint8Array.of(1, 200, 1, 5))),
  ];
  return random.one(frames)();
}

const noise = (random: Chance, length: number) => Uint8Array.from({ length }, () => random.below(256));

function spoil(random: Chance, frame: Uint8Array): Uint8Array {
  const bytes = frame.slice();
  for (let left = 1 + random.below(4); left > 0; left--)
    bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}

/** An edit of the record, of a part that its author may or may not change, or of none. */
function edit(random: Chance): Uint8Array {
  const document = new Y.Doc();
  document.clientID = 1 + random.below(1_000_000);
  const edits: (() => void)[] = [
    () => document.getMap("session").set("a", random.below(9)),
    () => document.getMap("topics").set("x", new Y.Map()),
    () => document.getMap("resolutions").set("x", new Y.Map([["text", "甲"]])),
    () => writeLine(document, `${random.below(9)}`, "甲"),
    () => writeElement(document, `${random.below(9)}`, "甲"),
    () => document.getText("other").insert(0, "甲"),
  ];
  random.one(edits)();
  return Y.encodeStateAsUpdate(document);
}
