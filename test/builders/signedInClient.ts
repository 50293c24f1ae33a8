import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { cookieName } from "~/access/cookie.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { editorSchemaVersion } from "~/record/document/editorVersion";

/** The stock client with a document of its own, in the room of a meeting, without any page of the platform. */
export interface SignedInClient {
  document: Y.Doc;
  provider: WebsocketProvider;
  /** Resolves when the server has answered. */
  synced: Promise<void>;
  leave(): void;
}

/**
 * Enters the room of a meeting (by its month or number) as somebody who has signed in.
 * @param token of their sign-in
 */
export function enterRoom(origin: string, meeting: string, token: string): SignedInClient {
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { Cookie: `${cookieName}=${token}`, Origin: origin } });
    }
  }
  const document = new Y.Doc();
  const address = `${origin.replace("http", "ws")}/live`;
  const provider = new WebsocketProvider(address, liveRoomName(meeting), document, {
    WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 500,
    params: { schema: String(editorSchemaVersion), epoch: "1" },
  });
  return {
    document,
    provider,
    synced: new Promise((resolve) => provider.once("sync", () => resolve())),
    leave() {
      provider.destroy();
      provider.awareness.destroy();
      document.destroy();
    },
  };
}
