import { LightSocket } from "./socket";
import type { Received, Wire } from "./wire";

export interface PersonOptions {
  wire: Wire;
  port: number;
  room: string;
  who: string;
  /** Further headers of its request. */
  headers?: Record<string, string>;
  /** Sees each frame as it comes; true when there is nothing more to do about it. */
  onFrame?: (frame: Buffer) => boolean;
  onReceived?: (received: Received) => void;
}

/** Somebody in a room: a connection that keeps no document. */
export class Person {
  /** Resolves with the room's whole document as an update, null when the connection ended first. */
  readonly synced: Promise<Uint8Array | null>;
  closed = false;
  #socket: LightSocket;

  constructor(readonly options: PersonOptions) {
    const { wire, port, room, who, headers } = options;
    let answer: (bytes: Uint8Array | null) => void = () => undefined;
    this.synced = new Promise((resolve) => {
      answer = resolve;
    });
    const events = {
      open: () => {
        for (const frame of wire.hello(room)) this.#socket.send(frame);
      },
      message: (frame: Buffer) => {
        if (options.onFrame?.(frame)) return;
        const received = wire.read(frame);
        if (received.kind === "question") this.#socket.send(wire.nothing(room));
        if (received.kind === "answer") answer(Uint8Array.from(received.bytes));
        options.onReceived?.(received);
      },
      close: () => {
        this.closed = true;
        answer(null);
      },
    };
    this.#socket = new LightSocket(port, wire.path(room, who), events, headers);
  }

  write(update: Uint8Array): void {
    this.#socket.send(this.options.wire.update(this.options.room, update));
  }

  /** Sends a frame as it is. */
  say(frame: Uint8Array): void {
    this.#socket.send(frame);
  }

  leave(): void {
    this.#socket.destroy();
  }
}

/** Lets people in, so many at a time, and waits until each has the room's document. */
export async function enterAll(options: PersonOptions[], atATime = 25): Promise<Person[]> {
  const people: Person[] = [];
  for (let from = 0; from < options.length; from += atATime) {
    const group = options.slice(from, from + atATime).map((one) => new Person(one));
    const synced = await within(Promise.all(group.map((person) => person.synced)), 60_000, "people in sync");
    if (synced.some((bytes) => bytes === null)) throw new Error("a connection ended before it was in sync");
    people.push(...group);
  }
  return people;
}

/** Fails naming what was waited for. */
export async function within<T>(promise: Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`waited ${milliseconds} ms in vain for ${what}`)),
      milliseconds,
    );
  });
  return Promise.race([promise, end]).finally(() => clearTimeout(timer));
}

/** Waits until it holds; false when it does not in time. */
export async function until(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!condition()) {
    if (performance.now() > end) return false;
    await pause(5);
  }
  return true;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
