import type { WebSocket } from "ws";
import type * as Y from "yjs";
import { enterRoom } from "./signedInClient";

/**
 * Writes in the record of a month over a connection of its own, without any page of the platform: what somebody
 * can send who has signed in and wrote the program themselves. Resolves when the server has it.
 * @param account a sign-in of `prepareDaysInSession`
 */
export async function writeRaw(
  origin: string,
  month: string,
  account: string,
  edit: (document: Y.Doc) => void,
): Promise<void> {
  const { document, provider, synced, leave } = enterRoom(origin, month, account);
  try {
    await synced;
    const stored = new Promise<void>((resolve) => {
      // The server echoes an edit once it is stored.
      const socket = provider.ws as unknown as WebSocket;
      socket.addEventListener("message", () => resolve());
    });
    edit(document);
    await stored;
  } finally {
    leave();
  }
}
