import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { cookieName } from "~/access/cookie.server";
import { databaseFile } from "~db/dataFolder";
import { countMarks } from "../checks";
import { readTopic, Typist, typedMarks } from "../kills/typist";
import type { Findings, Orders } from "../parts";
import { type Place, servedWorld } from "../place";
import { readRows, untilFollowed } from "../rows";
import { Sender } from "../sender";
import { verifyData } from "../verify";
import { type SmallDisk, smallDisk } from "./smallDisk";

// Enough that some of it is not written over what was in the log before.
const words = "路灯不亮，晚上一片黑。".repeat(900);
const mostForms = 300;

/** Fills the disk under a server with people on it, and frees it again. */
export async function fillDisk({ brief }: Orders): Promise<Findings> {
  let disk: SmallDisk | undefined;
  const place = await servedWorld({}, (parent) => {
    disk = smallDisk(parent);
    return disk.folder;
  });
  const trial = new Trial(place, disk!, brief);
  try {
    await trial.run();
    await place.server.end("SIGTERM");
    trial.faults.push(...verifyData(place.server));
    return { figures: { disk: disk!.means, ...trial.figures }, faults: trial.faults };
  } finally {
    trial.leave();
    await place.server.end();
    disk!.remove();
    await place.remove();
  }
}

class Trial {
  readonly faults: string[] = [];
  readonly figures: Record<string, number> = {};
  readonly #street: Sender;
  readonly #typist: Typist;
  readonly #stored: string[] = [];
  #count = 0;

  constructor(
    readonly place: Place,
    readonly disk: SmallDisk,
    readonly brief: boolean,
  ) {
    const { server, world } = place;
    this.#street = new Sender(server, "street-east");
    const room = { origin: server.origin, month: world.months.inSession, topicId: world.topicId };
    this.#typist = new Typist(room, "dept-works", 0);
  }

  async run(): Promise<void> {
    const { server } = this.place;
    this.#must((await this.#add()).stored, "a form is taken while there is room");
    await this.#typed("before");
    this.disk.fill(server);
    await this.#formsComeBack();
    const heldBefore = this.#typist.acknowledged.size;
    for (let at = 0; at < 50; at++) this.#typist.type();
    await this.#pagesRead();
    await pause(2_000);
    this.figures.wordsHeld = this.#typist.unacknowledged;
    this.#must(server.alive, "the server lives on a full disk");
    this.disk.free(server);
    const began = performance.now();
    const going = await until(async () => (await this.#add()).stored, 30);
    this.figures.secondsUntilWritten = Math.round(performance.now() - began) / 1000;
    this.#must(going, "forms are taken again once there is room");
    this.#must(await until(async () => (await this.#status("/readyz", "")) === 200, 30), "ready again");
    await this.#typed("after");
    this.figures.wordsStored = this.#typist.acknowledged.size - heldBefore;
    await this.#everythingOnce();
    if (!this.brief)
      this.#must(await until(async () => this.#checkpointed(), 60), "the log is written back again");
  }

  /** Presses the form until it comes back, with what was typed and a sentence. */
  async #formsComeBack(): Promise<void> {
    for (let at = 0; at < mostForms; at++) {
      const { stored, status, text, mark } = await this.#add();
      if (stored) continue;
      this.figures.formsBeforeFull = at;
      this.figures.statusOfForm = status;
      this.#must(status === 503, `a form that cannot be stored answers 503 and not ${status}`);
      this.#must(text.includes(mark) && text.includes(words), "what was typed into it comes back");
      this.#must(text.includes("存储空间已满"), "a sentence says that it was not stored");
      return;
    }
    this.faults.push("the disk was never full");
  }

  async #pagesRead(): Promise<void> {
    const { world } = this.place;
    this.#must((await this.#status("/readyz", "")) === 503, "/readyz says no");
    this.#must((await this.#status("/healthz", "")) === 200, "/healthz says yes");
    for (const [path, who] of [
      ["/", ""],
      ["/sign-in", ""],
      ["/desk", "office"],
      ["/desk/tasks", "dept-works"],
      [`/desk/days/${world.months.inSession}/room`, "leader"],
      [`/desk/days/${world.months.collecting}/lists/east`, "street-east"],
    ] as const)
      this.#must((await this.#status(path, who)) === 200, `${path} is read by ${who || "anybody"}`);
    const signedIn = await new Sender(this.place.server, "").press(
      "/sign-in",
      { account: "office", password: "x" },
      "s",
    );
    this.#must([401, 503].includes(signedIn.status), `signing in answers ${signedIn.status}`);
  }

  async #add() {
    const mark = `full${this.#count++}x`;
    const { status, text } = await this.#street.press(
      `/desk/days/${this.place.world.months.collecting}/lists/east?add`,
      {
        ...{ intent: "add", title: mark, originalWording: words, source: "resident" },
        problemClass: "publicFacilities",
      },
      mark,
    );
    if (status === 302) this.#stored.push(mark);
    return { stored: status === 302, status, text, mark };
  }

  /** Types a word and waits until the server has it, and all that was held. */
  async #typed(when: string): Promise<void> {
    const had = this.#typist.acknowledged.size;
    const there = await until(async () => {
      if (this.#typist.sent.size === had) this.#typist.type();
      return this.#typist.acknowledged.size > had && this.#typist.unacknowledged === 0;
    }, 40);
    this.#must(there, `what is typed ${when} the disk was full is stored`);
  }

  async #everythingOnce(): Promise<void> {
    const { room } = this.#typist;
    const found = countMarks(await readTopic(room, "office"), typedMarks);
    for (const mark of this.#typist.sent) this.#must(found.get(mark) === 1, `${mark} is there once`);
    const titles = readRows(this.place.server.folder, (ask) =>
      ask<{ title: string }>("select title from problem where title glob 'full[0-9]*x'").map(
        ({ title }) => title,
      ),
    );
    this.#must(
      titles.sort().join() === this.#stored.sort().join(),
      `what was taken is there and nothing else: ${titles.length} of ${this.#stored.length}`,
    );
    this.#must(await untilFollowed(this.place.server.folder, 60), "what has to follow has followed");
  }

  /** Whether the last problem is in the file itself, without its log. */
  #checkpointed(): boolean {
    const copy = join(this.place.server.folder, "..", "copy");
    mkdirSync(copy, { recursive: true });
    copyFileSync(databaseFile(this.place.server.folder), databaseFile(copy));
    const last = this.#stored.at(-1);
    return readRows(copy, (ask) => ask("select 1 from problem where title = ?", last)).length === 1;
  }

  async #status(path: string, who: string): Promise<number> {
    const headers = who ? { Cookie: `${cookieName}=${who}` } : undefined;
    const answer = await fetch(this.place.server.origin + path, { headers, redirect: "manual" });
    await answer.arrayBuffer();
    return answer.status;
  }

  #must(holds: boolean, what: string): void {
    if (!holds) this.faults.push(`not so: ${what}`);
  }

  leave(): void {
    this.#typist.leave();
  }
}

/** Waits until it holds; false when it does not in so many seconds. */
async function until(holds: () => Promise<boolean>, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds().catch(() => false))) {
    if (performance.now() > end) return false;
    await pause(200);
  }
  return true;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
