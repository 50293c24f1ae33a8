import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { canWritePart, type Writer, type WritingState } from "~/meeting/conduct/permission";
import { setDatabase } from "~db/current";
import type { Database } from "~db/database";
import { databaseFile } from "~db/dataFolder";
import type { Admission, AdmissionAnswer, Admitted, LiveAccess } from "~server/live/admission";
import { type Live, startLive } from "~server/live/entrance/start";
import type { Limits } from "~server/live/limits";
import { openFile } from "./database";
import { freshFolder, removeFolders } from "./folder";

// Each stock client listens for the end of the process.
process.setMaxListeners(0);

/** Somebody the fake sign-in knows; changing `right` is what a lost post does. */
export interface FakePerson {
  right: "none" | "read" | "write";
  signedIn: boolean;
  /** As what they write; they hold the meeting unless told. */
  writer?: Writer;
}

/** A log entry at warn or error. */
export interface Entry {
  level: "warn" | "error";
  message: string;
  details: Record<string, unknown>;
}

/** A real HTTP server with the live engine on a real database file. */
export interface LiveServer {
  live: Live;
  database: Database;
  /** Where the database lies. */
  file: string;
  people: Record<string, FakePerson>;
  /** What the meeting of every room has come to; nothing is decided unless told. Told to a room by `reviewParts`. */
  writing: { state: WritingState };
  entries: Entry[];
  port: number;
  /** Lets the admission answer only when released. */
  admissionGate: { wait: Promise<void> };
  /** A client as the stock y-websocket makes them; its name is its sign-in. */
  client(name: string, options?: ClientOptions): Client;
  /** A bare socket to the same address. */
  socket(name: string, options?: { room?: string; params?: Record<string, string> }): WebSocket;
  /** Drains, closes and forgets. */
  close(): Promise<void>;
  /** After a drain: frees port and file, then does `next`, while the clients go on trying to come back. */
  restart(next: () => Promise<void>): Promise<void>;
  /** Stops at once as a killed process would; the file is left. */
  kill(): Promise<void>;
}

export interface ClientOptions {
  room?: string;
  document?: Y.Doc;
  params?: Record<string, string>;
  connect?: boolean;
}

/** A stock client and what tests ask of it. */
export interface Client {
  document: Y.Doc;
  provider: WebsocketProvider;
  /** Resolves when the server has answered. */
  synced(): Promise<void>;
  /** Resolves with the code of the next close by the server. */
  closed(): Promise<number>;
  text(): string;
  /** Appends to the text that tests write in. */
  write(words: string): void;
  leave(): void;
}

export const room = "day-2026-11";

/** The clients' words: a text inside the record. */
export function wordsOf(document: Y.Doc): Y.Text {
  return document.getText("lines/words");
}

/** All words in the notes, wherever they lie. */
export function textOf(document: Y.Doc): string {
  return wordsOf(document).toString();
}

const running = new Set<LiveServer>();

/** Closes whatever a test left open; for afterEach. */
export async function closeLiveServers(): Promise<void> {
  for (const client of leftovers.splice(0)) client.leave();
  for (const server of [...running]) await server.close();
  removeFolders();
}

const leftovers: Client[] = [];

/** Opens a database file (a new one unless told) and serves it. */
export async function openLiveServer(
  options: { limits?: Partial<Limits>; file?: string; port?: number } = {},
): Promise<LiveServer> {
  const file = options.file ?? databaseFile(freshFolder());
  const database = openFile(file);
  setDatabase(database);
  const people: Record<string, FakePerson> = {};
  const entries: Entry[] = [];
  const writing = { state: undecided };
  const admissionGate = { wait: Promise.resolve() };
  const httpServer = createServer();
  const note = (level: Entry["level"]) => (details: object, message: string) =>
    void entries.push({ level, message, details: details as Record<string, unknown> });
  const live = startLive({
    httpServer,
    admission: fakeAdmission(people, writing, admissionGate),
    now: () => new Date(),
    log: { debug: () => undefined, info: () => undefined, warn: note("warn"), error: note("error") },
    limits: {
      drain: 20,
      late: 20,
      flushPause: 20,
      recordPause: 20,
      recordCeiling: 60,
      presencePause: 5,
      ...options.limits,
    },
  });
  await new Promise<void>((resolve) => httpServer.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = httpServer.address() as AddressInfo;
  const clients: Client[] = [];
  const known = (name: string) => {
    people[name] ??= { right: "write", signedIn: true };
  };
  const stop = async () => {
    running.delete(server);
    for (const client of clients) client.leave();
    httpServer.closeAllConnections();
    await new Promise((resolve) => httpServer.close(resolve));
    database.close();
  };
  const server: LiveServer = {
    live,
    database,
    file,
    people,
    writing,
    entries,
    port,
    admissionGate,
    client(name, more = {}) {
      known(name);
      const client = connect(port, name, more);
      clients.push(client);
      return client;
    },
    socket(name, more = {}) {
      known(name);
      const query = new URLSearchParams({ who: name, ...more.params });
      return new WebSocket(`ws://127.0.0.1:${port}/live/${more.room ?? room}?${query}`);
    },
    async close() {
      if (!running.has(server)) return;
      await live.drain();
      await stop();
    },
    async restart(next) {
      running.delete(server);
      httpServer.closeAllConnections();
      await new Promise((resolve) => httpServer.close(resolve));
      database.close();
      await next();
      leftovers.push(...clients);
    },
    async kill() {
      live.abandon();
      await stop();
    },
  };
  running.add(server);
  return server;
}

const holder: Writer = { unitId: "office", standing: "holds" };
const undecided: WritingState = {
  kind: "consultationDay",
  stage: "inSession",
  agendaPublished: true,
  amending: false,
  closedTopicIds: [],
  elsewhereTopicIds: [],
  leadUnitIds: {},
};

function accessOf({ right, writer = holder }: FakePerson): LiveAccess | null {
  return right === "none" ? null : { right, writer: right === "write" ? writer : null };
}

function fakeAdmission(
  people: Record<string, FakePerson>,
  writing: { state: WritingState },
  gate: { wait: Promise<void> },
): Admission {
  const nameOf = (request: IncomingMessage) =>
    new URL(request.url ?? "/", "http://host").searchParams.get("who") ?? "";
  return {
    async admit(request, name): Promise<AdmissionAnswer> {
      await gate.wait;
      const who = nameOf(request);
      const found = people[who];
      if (!found?.signedIn) return { ok: false, code: 4401 };
      if (name.startsWith("missing")) return { ok: false, code: 4404 };
      const access = accessOf(found);
      if (!access) return { ok: false, code: 4403 };
      const person = {
        personId: who,
        postId: `${who}-post`,
        name: `${who}的名字`,
        unit: { zh: "督查室", en: "Inspection Office" },
        sortKey: "",
      };
      return { ok: true, person, ...access, session: `session-${who}` };
    },
    async recheck({ person }: Admitted) {
      await gate.wait;
      const found = people[person.personId];
      return found?.signedIn ? accessOf(found) : "signedOut";
    },
    async partRule() {
      const { state } = writing;
      return (writer, part) => canWritePart(writer, state, part);
    },
  };
}

function connect(port: number, name: string, options: ClientOptions): Client {
  const document = options.document ?? new Y.Doc();
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/live`, options.room ?? room, document, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 40,
    connect: options.connect ?? true,
    params: { who: name, ...options.params },
  });
  return {
    document,
    provider,
    synced: () => until(() => provider.synced, `${name} is synced`),
    closed: () =>
      new Promise((resolve) => {
        provider.on("connection-close", function listen(event: CloseEvent | null) {
          if (!event) return;
          provider.off("connection-close", listen);
          resolve(event.code);
        });
      }),
    text: () => textOf(document),
    write: (words) =>
      document.transact(() => {
        const text = wordsOf(document);
        text.insert(text.length, words);
      }),
    leave: () => {
      provider.destroy();
      provider.awareness.destroy();
    },
  };
}

/** Waits until the condition holds; fails naming it after ten seconds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** The close code a bare socket gets. */
export function closeOf(socket: WebSocket): Promise<number> {
  socket.on("error", () => undefined);
  return new Promise((resolve) => socket.on("close", (code) => resolve(code)));
}
