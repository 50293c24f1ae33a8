import type { Engine } from "../engine";
import type { CloseReason } from "./closeCodes";
import type { Connection } from "./connection";
import { Presence } from "./presence";
import { framed, updateFrame } from "./protocol";

/** Everybody connected to one room. */
export class Audience {
  readonly connections = new Set<Connection>();
  readonly presence: Presence;

  constructor(engine: Engine) {
    this.presence = new Presence(engine, this.connections);
  }

  get isEmpty(): boolean {
    return this.connections.size === 0;
  }

  add(connection: Connection): void {
    this.connections.add(connection);
  }

  /** Takes a connection out; false when it was not in. */
  remove(connection: Connection): boolean {
    if (!this.connections.delete(connection)) return false;
    this.presence.leave(connection);
    return true;
  }

  /** Sends an update to everybody, its writer too: to them it is the word that their edit is stored. */
  broadcast(update: Uint8Array): void {
    const frame = framed(updateFrame(update));
    for (const connection of this.connections) if (connection.answered) connection.sendFramed(frame);
  }

  closeAll(reason: CloseReason): void {
    for (const connection of [...this.connections]) connection.close(reason);
  }

  /** Sends away whoever may write, to come back. */
  closeWriters(): void {
    for (const connection of [...this.connections])
      if (connection.right === "write") connection.close("notStored");
  }

  /** Asks every connection for a sign of life. */
  heartbeat(): void {
    for (const connection of [...this.connections]) connection.heartbeat();
  }

  destroy(): void {
    this.presence.destroy();
  }
}
