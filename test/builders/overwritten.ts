import * as Y from "yjs";
import type { Author } from "~/ledger/change.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { addResolution, setResolutionField } from "~/record/document/record";
import type { Registry } from "~server/live/entrance/registry";
import type { Live } from "~server/live/entrance/start";
import { recordOfDay, writeInRoom } from "./live";

/** What somebody writes in a record. */
export type Hand = [author: Author, edit: (document: Y.Doc) => void];

/**
 * Has people write in a record at once: each has received what stood there before, and nothing of the others. What they
 * write in the same field stands from the last of them.
 */
export async function writeAtOnce(live: Live, slug: string, hands: readonly Hand[]): Promise<void> {
  const before = Y.encodeStateAsUpdate(await recordOfDay(slug));
  for (const [at, [author, edit]] of hands.entries()) {
    const document = new Y.Doc();
    Y.applyUpdate(document, before);
    const known = Y.encodeStateVector(document);
    document.clientID = firstClient() + at;
    edit(document);
    await receive(live, liveRoomName(slug), author, Y.encodeStateAsUpdate(document, known));
  }
}

// Of two who set a field at once, Yjs lets the one with the higher number stand.
let clients = 1_000_000;
const firstClient = () => {
  clients += 100;
  return clients;
};

function receive(live: Live, room: string, author: Author, bytes: Uint8Array): Promise<unknown> {
  const at = new Date().toISOString();
  return (live.rooms as Registry).pool.use(
    room,
    (found) =>
      new Promise((settle) =>
        found.enqueue({ connection: null, bytes, step2: false, early: false, author, at, settle }),
      ),
  );
}

/** Has a resolution's measure written by two people at once; the words of the first are overwritten. */
export async function overwriteMeasure(
  live: Live,
  slug: string,
  { topicId, first, second }: { topicId: string; first: [Author, string]; second: [Author, string] },
): Promise<void> {
  const id = `overwritten-${topicId}`;
  await writeInRoom(second[0], slug, (document) =>
    addResolution(document, { id, topicId, text: "修好路灯" }),
  );
  const hand = ([author, words]: [Author, string]): Hand => [
    author,
    (document) => setResolutionField(document, id, "measure", words),
  ];
  await writeAtOnce(live, slug, [hand(first), hand(second)]);
}
