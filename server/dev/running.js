import { createServer } from "node:http";

const entry = "/server/dev/district.ts";

/**
 * The platform as it runs just now. What lives on between two requests (the live rooms, the database, and every
 * module that they import) is not exchanged piece by piece, or there would be two of it: when a file of it
 * changes, it is closed as at any orderly stop and started again, while requests wait.
 */
export class Running {
  #source;
  #pages;
  /** Never listens itself: it is handed what arrives, so that each start has its own and leaves nothing behind. */
  #http = createServer();
  #platform;
  /** Files whose change means starting again; undefined while the last start has failed. */
  #held;
  #ready = Promise.resolve();
  #answering = new Set();

  /**
   * @param source the source files, see source.js
   * @param pages what `createApplication` is given
   */
  constructor(source, pages) {
    this.#source = source;
    this.#pages = pages;
  }

  /** Starts for the first time; answers what the demo was started with. */
  async start() {
    const { startDistrict } = await this.#source.load(entry);
    return this.#startWith(startDistrict);
  }

  /** To be told of every file that was changed, made or removed. */
  changed(file) {
    if (this.#held && !this.#held.has(file) && !file.includes("/db/migrations/")) return;
    this.#ready = this.#ready.catch(() => undefined).then(() => this.#startAgain(file));
    this.#ready.catch((error) => this.#source.tell(error));
  }

  /** Answers a request once everything runs; with the fault when the source files cannot be run. */
  async answer(request, response) {
    try {
      await this.#ready;
    } catch (error) {
      response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end(error.stack);
      return;
    }
    // Who has gone meanwhile would be waited for in vain.
    if (request.socket.destroyed) return;
    this.#answering.add(response);
    response.once("close", () => this.#answering.delete(response));
    this.#http.emit("request", request, response);
  }

  /** Takes a connection to a live room once everything runs; whoever cannot be taken comes again. */
  async upgrade(request, socket, head) {
    const leave = () => socket.destroy();
    socket.once("error", leave);
    try {
      await this.#ready;
    } catch {
      leave();
    }
    if (socket.destroyed) return;
    socket.off("error", leave);
    this.#http.emit("upgrade", request, socket, head);
  }

  /** Lets requests and acknowledged edits finish, then closes the database. */
  async close() {
    const platform = this.#platform;
    if (!platform) return;
    this.#platform = undefined;
    await Promise.all(
      [...this.#answering].map((response) => new Promise((resolve) => response.once("close", resolve))),
    );
    await platform.drain();
    await platform.close();
  }

  async #startAgain(file) {
    this.#held = undefined;
    const { startDistrict } = await this.#source.load(entry);
    await this.close();
    this.#http = createServer();
    await this.#startWith(startDistrict);
    process.stdout.write(`  Started again: ${this.#source.nameOf(file)} has changed\n`);
  }

  async #startWith(startDistrict) {
    const { serving, configuration, password } = await startDistrict(this.#http, this.#pages);
    this.#platform = serving;
    this.#held = await this.#source.filesOf(entry);
    return { configuration, password };
  }
}
