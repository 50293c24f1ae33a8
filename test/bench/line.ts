/** The part of a process, or of this one, that carries messages. */
interface Channel {
  send?(message: unknown): unknown;
  on(event: "message", listener: (message: unknown) => void): unknown;
}

interface Message {
  id: number;
  method?: string;
  argument?: unknown;
  result?: unknown;
  error?: string;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

/** What the other side may call. */
export type Handlers = Record<string, (argument: never) => unknown>;

/** Calls in both directions between two processes, each with an end. */
export class Line {
  #waiting = new Map<number, Waiting>();
  #next = 1;

  constructor(
    readonly channel: Channel,
    readonly handlers: Handlers,
  ) {
    channel.on("message", (message) => this.#receive(message as Message));
  }

  /** Calls a method of the other process; fails after `timeout` milliseconds. */
  call<T>(method: string, argument: unknown = null, timeout = 60_000): Promise<T> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#fail(id, `no answer to ${method} in ${timeout} ms`), timeout);
      this.#waiting.set(id, { resolve: (result) => resolve(result as T), reject, timer });
      this.channel.send?.({ id, method, argument });
    });
  }

  /** The other process is gone. */
  lost(why: string): void {
    for (const id of [...this.#waiting.keys()]) this.#fail(id, why);
  }

  #fail(id: number, why: string): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    waiting.reject(new Error(why));
  }

  #receive(message: Message): void {
    if (message.method !== undefined) {
      void this.#answer(message.id, message.method, message.argument);
      return;
    }
    if (message.error !== undefined) {
      this.#fail(message.id, message.error);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(message.id);
    waiting.resolve(message.result);
  }

  async #answer(id: number, method: string, argument: unknown): Promise<void> {
    try {
      const handler = this.handlers[method];
      if (!handler) throw new Error(`no method ${method}`);
      this.channel.send?.({ id, result: (await handler(argument as never)) ?? null });
    } catch (error) {
      this.channel.send?.({
        id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  }
}
