import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

// One reading buffer for all: it is empty again when the next socket is read.
const reading = Buffer.allocUnsafe(256 * 1024);

/** Who is told what happens on a socket. Bytes are only good during the call. */
export interface SocketEvents {
  open(): void;
  message(bytes: Buffer): void;
  /** `code` is the server's word why; null when the connection was simply gone. */
  close(code: number | null): void;
}

/**
 * A WebSocket client that does the least a client can do, so that the load generator can be hundreds of
 * people on one core: no events, no copies, no extensions, frames of a server only.
 */
export class LightSocket {
  #socket: Socket;
  #rest: Buffer | null = null;
  #upgraded = false;
  #closed = false;
  #code: number | null = null;

  constructor(
    port: number,
    path: string,
    readonly events: SocketEvents,
    headers: Record<string, string> = {},
  ) {
    this.#socket = connect({
      port,
      host: "127.0.0.1",
      noDelay: true,
      onread: {
        buffer: reading,
        callback: (length) => {
          this.#read(reading.subarray(0, length));
          return true;
        },
      },
    });
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n` +
        `${Object.entries(headers)
          .map(([name, value]) => `${name}: ${value}\r\n`)
          .join("")}\r\n`,
    );
    this.#socket.on("error", () => undefined);
    this.#socket.on("close", () => this.#end());
    this.#socket.on("end", () => this.#socket.destroy());
  }

  send(payload: Uint8Array): void {
    this.#write(0x82, payload);
  }

  /** Gone without a word, as when the machine is switched off. */
  destroy(): void {
    this.#socket.destroy();
    this.#end();
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.events.close(this.#code);
  }

  #write(kind: number, payload: Uint8Array): void {
    const { length } = payload;
    const start = length < 126 ? 6 : length < 65_536 ? 8 : 14;
    const frame = Buffer.allocUnsafe(start + length);
    frame[0] = kind;
    if (length < 126) frame[1] = 0x80 | length;
    else if (length < 65_536) {
      frame[1] = 0x80 | 126;
      frame.writeUInt16BE(length, 2);
    } else {
      frame[1] = 0x80 | 127;
      frame.writeBigUInt64BE(BigInt(length), 2);
    }
    const mask = start - 4;
    frame.writeUInt32BE((Math.random() * 0xffff_ffff) >>> 0, mask);
    for (let at = 0; at < length; at++) {
      frame[start + at] = (payload[at] as number) ^ (frame[mask + (at & 3)] as number);
    }
    this.#socket.write(frame);
  }

  #read(chunk: Buffer): void {
    let bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    this.#rest = null;
    if (!this.#upgraded) {
      const rest = this.#upgrade(bytes);
      if (!rest) {
        this.#keep(bytes);
        return;
      }
      bytes = rest;
    }
    let at = 0;
    while (!this.#closed) {
      const next = this.#frame(bytes, at);
      if (next < 0) break;
      at = next;
    }
    this.#keep(bytes.subarray(at));
  }

  /** What follows the server's consent; null while it is not there. */
  #upgrade(bytes: Buffer): Buffer | null {
    const end = bytes.indexOf("\r\n\r\n");
    if (end < 0) return null;
    if (!bytes.toString("latin1", 0, 12).endsWith(" 101")) {
      this.#socket.destroy();
      return null;
    }
    this.#upgraded = true;
    this.events.open();
    return bytes.subarray(end + 4);
  }

  #keep(bytes: Buffer): void {
    if (bytes.length > 0 && !this.#closed) this.#rest = Buffer.from(bytes);
  }

  /** Handles the frame that begins at `at`; where the next one begins, -1 when this one is not whole. */
  #frame(bytes: Buffer, at: number): number {
    if (bytes.length < at + 2) return -1;
    let length = (bytes[at + 1] as number) & 0x7f;
    let start = at + 2;
    if (length === 126) {
      if (bytes.length < at + 4) return -1;
      length = bytes.readUInt16BE(at + 2);
      start = at + 4;
    } else if (length === 127) {
      if (bytes.length < at + 10) return -1;
      length = Number(bytes.readBigUInt64BE(at + 2));
      start = at + 10;
    }
    const end = start + length;
    if (bytes.length < end) return -1;
    this.#handle((bytes[at] as number) & 0x0f, bytes.subarray(start, end));
    return end;
  }

  #handle(kind: number, payload: Buffer): void {
    if (kind === 2) this.events.message(payload);
    else if (kind === 9) this.#write(0x8a, payload);
    else if (kind === 8) {
      this.#code = payload.length >= 2 ? payload.readUInt16BE(0) : null;
      this.#write(0x88, payload.subarray(0, 2));
      this.#socket.end();
    }
  }
}
