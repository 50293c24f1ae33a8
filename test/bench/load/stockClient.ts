import { createRequire } from "node:module";
import { join } from "node:path";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { ContestantName } from "../contestant";
import { peersFolder } from "../places";
import { textOfRecord } from "./trace";

/** A contestant's own client with a document, as a page has it. */
export interface StockClient {
  /** Resolves when the client says that it is in sync. */
  synced: Promise<void>;
  /** Resolves with the next change of the document. */
  changed(): Promise<void>;
  text(): string;
  leave(): void;
}

export interface Visit {
  contestant: ContestantName;
  port: number;
  room: string;
}

/** Enters a room as a page does. */
export function enter(to: Visit): StockClient {
  return to.contestant === "hocuspocus" ? enterHocuspocus(to) : enterYWebsocket(to);
}

function enterYWebsocket({ contestant, port, room }: Visit): StockClient {
  const document = new Y.Doc();
  const path = contestant === "huishang" ? "/live" : "";
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}${path}`, room, document, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: contestant === "huishang" ? { who: String(document.clientID) } : {},
  });
  return {
    synced: new Promise((resolve) => provider.on("sync", (synced: boolean) => synced && resolve())),
    changed: () => new Promise((resolve) => document.once("update", () => resolve())),
    text: () => textOfRecord(document),
    leave: () => {
      provider.destroy();
      provider.awareness.destroy();
      document.destroy();
    },
  };
}

// What is used of the packages, which the project does not install.
interface HocuspocusClient {
  HocuspocusProvider: new (
    configuration: object,
  ) => {
    on(event: "synced", listener: () => void): void;
    destroy(): void;
  };
}

function enterHocuspocus({ port, room }: Visit): StockClient {
  const load = createRequire(join(peersFolder, "package.json"));
  const { HocuspocusProvider } = load("@hocuspocus/provider") as HocuspocusClient;
  const { Doc } = load("yjs") as typeof Y;
  const document = new Doc();
  const provider = new HocuspocusProvider({
    ...{ url: `ws://127.0.0.1:${port}`, name: room, document, token: "token" },
    WebSocketPolyfill: WebSocket,
  });
  return {
    synced: new Promise((resolve) => provider.on("synced", () => resolve())),
    changed: () => new Promise((resolve) => document.once("update", () => resolve())),
    text: () => textOfRecord(document),
    leave: () => {
      provider.destroy();
      document.destroy();
    },
  };
}
