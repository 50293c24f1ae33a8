import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { cookieName } from "~/access/cookie.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { editorSchemaVersion } from "~/record/document/noteSchema";

/**
 * Writes in the record of a month over a connection of its own, without any page of the platform: what somebody
 * can send who has signed in and wrote the program themselves. Resolves when the server has it.
 * @param account a sign-in of `prepareDayInSession`
 */
export async function writeRaw(
  origin: string,
  month: string,
  account: string,
  edit: (document: Y.Doc) => void,
): Promise<void> {
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { Cookie: `${cookieName}=${account}`, Origin: origin } });
    }
  }
  const document = new Y.Doc();
  const provider = new WebsocketProvider(
    `${origin.replace("http", "ws")}/live`,
    liveRoomName(month),
    document,
    {
      WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: { schema: String(editorSchemaVersion), epoch: "1" },
    },
  );
  try {
    await new Promise<void>((resolve) => provider.once("sync", () => resolve()));
    const stored = new Promise<void>((resolve) => {
      // The server echoes an edit once it is stored.
      const socket = provider.ws as unknown as WebSocket;
      socket.addEventListener("message", () => resolve());
    });
    edit(document);
    await stored;
  } finally {
    provider.destroy();
    document.destroy();
  }
}
