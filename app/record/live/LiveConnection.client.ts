import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { IndexeddbPersistence } from "y-indexeddb";
import type { Awareness } from "y-protocols/awareness";
import { messageSync, WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { editorSchemaVersion } from "~/record/document/editorVersion";
import { topicsOf } from "~/record/document/record";
import { closeReason, firstStatus, isHandedOver, type LiveStatus, readNews } from "./connectionStatus";
import { LiveChannels } from "./LiveChannels.client";
import { beyond, type LostEdits } from "./lostEdits";
import { deletedIn, PendingEdits } from "./pendingEdits";

/** Which record somebody enters, and what they may do there. */
export interface LiveEntrance {
  room: string;
  epoch: number;
  personId: string;
  /** False for readers and for the projector: then nothing is ever sent but who is looking. */
  writes: boolean;
  /** Entered only to bring what this device kept; when the server closes, it has all of it. */
  handsOver?: boolean;
}

/** What the provider gives its handlers besides the frame. */
type SyncContext = [provider: WebsocketProvider, emitSynced: boolean, messageType: number];

const syncQuestion = 0;
const syncAnswer = 1;
const syncUpdate = 2;
// Under this id the server itself is present.
const serverClient = 0;
const storageTime = 3_000;
const stuckAfter = 15_000;
const askAgainAfter = 30_000;

/** Name of the copy of a record that one person's browser keeps. */
export function copyName({
  room,
  epoch,
  personId,
}: Pick<LiveEntrance, "room" | "epoch" | "personId">): string {
  return `huishang:${room}:${epoch}:${personId}`;
}

/**
 * The page's hold on a live record: the shared document, its connection, the copy this device keeps, and
 * what of the things written here is not yet stored on the server.
 */
export class LiveConnection {
  readonly document = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly channels: LiveChannels;
  status: LiveStatus = firstStatus;
  #copy: IndexeddbPersistence | null = null;
  #pending = new PendingEdits();
  #pendingSince = 0;
  #listeners = new Set<() => void>();
  #silent: boolean;
  /** Edits of a word still being composed. */
  #composed: Uint8Array[] | null = null;
  /** What arrived since the word was begun; null where nothing waits. */
  #arrived: (() => void)[] | null = null;
  /** What waits until it is there. */
  #afterWord = new Set<() => void>();
  #sends = true;
  /** The server has asked, on this connection, what this page has. */
  #asked = false;
  #askedAgain = 0;
  #watch: ReturnType<typeof setInterval>;
  #destroyed = false;

  constructor(readonly entrance: LiveEntrance) {
    this.#silent = !entrance.writes;
    this.provider = openProvider(this.document, entrance);
    this.channels = new LiveChannels(this.document, this.awareness);
    this.#listenToFrames();
    this.#listenToConnection();
    this.document.on("update", this.#onUpdate);
    this.awareness.on("change", this.#onPresence);
    this.#sendOrNot();
    window.addEventListener("online", this.#onOnline);
    window.addEventListener("offline", this.#onOffline);
    this.#watch = setInterval(() => this.#freeStuck(), stuckAfter / 3);
    void this.#start();
  }

  get awareness(): Awareness {
    return this.provider.awareness;
  }

  /** A word is being composed. */
  get composes(): boolean {
    return this.#composed !== null;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getStatus = (): LiveStatus => this.status;

  #set(change: Partial<LiveStatus>): void {
    const next = { ...this.status, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.status)) return;
    this.status = next;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Something is being typed that is not yet in the record; call what is returned once it is. */
  holdDraft(): () => void {
    this.#set({ drafts: this.status.drafts + 1 });
    return () => this.#set({ drafts: this.status.drafts - 1 });
  }

  /**
   * A word is being composed by an input method: what is half typed stays on this page, so that nobody
   * else, and not the screen in the hall, sees letters that are no words. What arrives meanwhile waits: an
   * input method loses its place when the line changes under it.
   */
  beginWord(): void {
    this.endWord();
    this.#composed = [];
    this.#arrived = [];
    this.#sendOrNot();
  }

  /** The word is there, or given up: what came of it is sent as one edit, and what waited is taken in. */
  endWord(): void {
    const edits = this.#composed;
    if (!edits) return;
    const arrived = this.#arrived ?? [];
    this.#composed = null;
    this.#arrived = null;
    this.#sendOrNot();
    if (edits.length > 0 && !this.#silent) this.provider._updateHandler(Y.mergeUpdates(edits), null);
    for (const take of arrived) take();
    const waiting = [...this.#afterWord];
    this.#afterWord.clear();
    for (const act of waiting) act();
  }

  /** Calls at once, or once the word being composed is there. */
  afterWord(act: () => void): void {
    if (this.#composed) this.#afterWord.add(act);
    else act();
  }

  /** What was written here and is not known to be on the server; null when there is nothing. */
  lostEdits(): LostEdits | null {
    if (this.#pending.count === 0) return null;
    const { document, entrance } = this;
    return {
      epoch: entrance.epoch,
      ...beyond(document, this.#pending.stateBefore(document)),
      forget: () => this.dropCopy(),
    };
  }

  /** Forgets what this device keeps of the record. */
  async dropCopy(): Promise<void> {
    const copy = this.#copy;
    this.#copy = null;
    await copy?.clearData();
  }

  // What this device keeps comes first: otherwise all of it would be sent again once it is read.
  async #start(): Promise<void> {
    // A page that is gone again at once does not knock.
    await null;
    if (this.#destroyed) return;
    if (this.entrance.writes && typeof indexedDB !== "undefined") await this.#openCopy();
    if (!this.#destroyed) this.provider.connect();
  }

  async #openCopy(): Promise<void> {
    const copy = new IndexeddbPersistence(copyName(this.entrance), this.document);
    this.#copy = copy;
    const inTime = new Promise<false>((resolve) => setTimeout(() => resolve(false), storageTime));
    const opened = await Promise.race([copy.whenSynced.then(() => true as const), inTime]);
    this.#set({ kept: opened, hasRecord: topicsOf(this.document).size > 0 });
  }

  #listenToFrames(): void {
    const { provider, document } = this;
    const original = provider.messageHandlers[messageSync];
    provider.messageHandlers[messageSync] = (encoder, decoder, ...rest) => {
      const { step, body } = readSync(decoder);
      if (this.#arrived) {
        // That the server has what this page wrote does not wait: only the words do.
        if (step === syncUpdate) this.#pending.arrived(body);
        this.#count();
        const frame = decoding.clone(decoder);
        this.#arrived.push(() => this.#takeLate(frame, rest));
        return;
      }
      if (step === syncQuestion) {
        if (this.#silent) return;
        this.#pending.serverHas(body, document, Date.now());
      }
      const held = step === syncAnswer && !this.#silent ? deletedIn(document) : null;
      original?.(encoder, decoder, ...rest);
      if (step === syncQuestion) this.#asked = true;
      if (held) this.#pending.answered(body, held, Date.now());
      else if (step !== syncQuestion) this.#pending.arrived(body);
      this.#count();
      // Only now is it known what of this page's edits the server has.
      if (step === syncAnswer) this.#set({ link: "synced", hasRecord: true });
    };
  }

  #takeLate(frame: decoding.Decoder, rest: SyncContext): void {
    const { provider } = this;
    const answer = encoding.createEncoder();
    provider.messageHandlers[messageSync]?.(answer, frame, ...rest);
    // A frame that asks for nothing leaves only its own kind.
    if (encoding.length(answer) > 1) provider.ws?.send(encoding.toUint8Array(answer));
  }

  #listenToConnection(): void {
    const { provider } = this;
    provider.on("status", ({ status }) => {
      if (status !== "disconnected") return;
      forgetOthers(this.awareness);
      if (this.status.link !== "closed") this.#set({ link: "offline" });
    });
    provider.on("connection-close", () => {
      this.#asked = false;
      if (this.status.link !== "closed") this.#set({ link: "offline", news: null });
    });
    provider.on("closed", ({ code }) => {
      if (code === 4403 && this.#asksAgain()) return;
      this.#set({ link: "closed", closedCode: code });
      // Kept, it would be handed over again and again.
      if (isHandedOver(code) && !this.#wasCutOff(code)) void this.dropCopy();
    });
  }

  // When a new epoch begins while an edit is on its way, it may not arrive: the copy brings it once more.
  #wasCutOff(code: number): boolean {
    return closeReason(code) === "oldEpoch" && !this.entrance.handsOver && this.#pending.count > 0;
  }

  // A right taken away looks the same from inside, whatever the reason; at the door it is told.
  #asksAgain(): boolean {
    if (Date.now() - this.#askedAgain < askAgainAfter) return false;
    this.#askedAgain = Date.now();
    this.provider.connect();
    return true;
  }

  #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (this.#silent || origin === this.provider || origin === this.#copy) return;
    this.#composed?.push(update);
    this.#pending.wrote(update, Date.now());
    this.#count();
  };

  #count(): void {
    const { count } = this.#pending;
    if (count < this.status.pending || this.status.pending === 0) this.#pendingSince = Date.now();
    this.#set({ pending: count });
  }

  #onPresence = (): void => {
    const news = readNews(this.awareness.getStates().get(serverClient));
    if (!news) return;
    this.#set({ news });
    // In a frozen room even tidying up, which Yjs does by itself, would be taken for a late edit. Before
    // the server has asked, it is not known whether there is something to hand over.
    if (!this.entrance.writes || !this.#asked) return;
    this.#silent = news.state === "frozen" && this.#pending.count === 0;
    this.#sendOrNot();
  };

  #sendOrNot(): void {
    const sends = !this.#silent && !this.#composed;
    if (sends === this.#sends) return;
    this.#sends = sends;
    if (sends) this.document.on("update", this.provider._updateHandler);
    else this.document.off("update", this.provider._updateHandler);
  }

  // The provider waits up to half a minute between attempts; the browser knows better.
  #onOnline = (): void => {
    if (this.status.link !== "offline" || this.#destroyed) return;
    this.provider.wsUnsuccessfulReconnects = 0;
    this.provider.connect();
  };

  #onOffline = (): void => {
    if (this.status.link === "closed") return;
    this.provider.disconnect();
    // It goes on trying by itself: browsers are sometimes wrong about the network.
    this.provider.shouldConnect = true;
    this.#set({ link: "offline" });
  };

  // The echo never came: coming in anew, the server says what it has.
  #freeStuck(): void {
    const waits = this.status.link === "synced" && this.status.pending > 0 && !this.composes;
    if (waits && Date.now() - this.#pendingSince > stuckAfter) this.provider.ws?.close();
  }

  destroy(): void {
    this.#destroyed = true;
    clearInterval(this.#watch);
    this.endWord();
    window.removeEventListener("online", this.#onOnline);
    window.removeEventListener("offline", this.#onOffline);
    this.#listeners.clear();
    this.provider.destroy();
    this.document.destroy();
  }
}

/** Makes the others news again: under a clock that is remembered, they would stay away for a quarter of a minute. */
function forgetOthers({ meta, clientID }: Awareness): void {
  for (const client of [...meta.keys()]) if (client !== clientID) meta.delete(client);
}

function openProvider(document: Y.Doc, { room, epoch }: LiveEntrance): WebsocketProvider {
  const scheme = window.location.protocol === "https:" ? "wss" : "ws";
  return new WebsocketProvider(`${scheme}://${window.location.host}/live`, room, document, {
    connect: false,
    // Tabs that talked to each other would show what is not stored.
    disableBc: true,
    params: { schema: String(editorSchemaVersion), epoch: String(epoch) },
    // The provider's back-off has no jitter: a whole hall would come back at the same moment.
    maxBackoffTime: 15_000 + Math.random() * 15_000,
  });
}

/** The step and the body of a sync message, without taking it from the decoder. */
function readSync(decoder: decoding.Decoder): { step: number; body: Uint8Array } {
  const copy = decoding.clone(decoder);
  return { step: decoding.readVarUint(copy), body: decoding.readVarUint8Array(copy) };
}
