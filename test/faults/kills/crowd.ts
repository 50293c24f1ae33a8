import type { Chance } from "../../builders/chance";
import { countMarks, lostOrDoubled } from "../checks";
import type { Place } from "../place";
import { readRows } from "../rows";
import { Sender } from "../sender";
import { addProblems, reportProgress } from "./formWork";
import { ImportWork } from "./importWork";
import { MeetingWork } from "./meetingWork";
import { readTopic, Typist, typedMarks } from "./typist";
import type { Work } from "./work";

/** What each of them had been promised at one moment. */
interface Promised {
  works: Set<string>[];
  typists: Set<string>[];
}

// Of their sign-ins; all of them may write where they type.
const writers = ["office", "leader", "street-east", "dept-works"];
const typingPause = 120;

/** Everybody who works on the server while it is killed. */
export class Crowd {
  readonly #works: Work[];
  readonly #typists: Typist[];
  readonly #imports: ImportWork;
  readonly #meetings: MeetingWork;
  readonly #faults: string[] = [];
  #over = false;
  #running: Promise<unknown>[] = [];

  constructor(
    readonly place: Place,
    readonly random: Chance,
    today: string,
  ) {
    const { server, world } = place;
    const { inSession, collecting } = world.months;
    const by = (account: string) => new Sender(server, account);
    const lists = `/desk/days/${collecting}/lists`;
    this.#imports = new ImportWork(by("street-west"), `${lists}/west`);
    this.#meetings = new MeetingWork(by("street-east"), today);
    this.#works = [
      addProblems(by("street-east"), "street", `${lists}/east`),
      addProblems(by("community-east"), "community", `${lists}/east`),
      reportProgress(by("dept-works"), world.taskNumber),
      this.#imports,
      this.#meetings,
    ];
    const room = { origin: server.origin, month: inSession, topicId: world.topicId };
    this.#typists = writers.map((who, number) => new Typist(room, who, number));
  }

  /** Lets all of them work until `finish`. */
  async begin(): Promise<void> {
    const { server, world } = this.place;
    const lead = new Sender(server, "dept-works");
    await lead.press(`/desk/tasks/${world.taskNumber}`, { intent: "acknowledge", text: "" }, "acknowledge");
    this.#running = [
      ...this.#works.map((work) => this.#again(() => work.once())),
      ...this.#typists.map((typist) => this.#again(async () => typist.type())),
    ];
  }

  async #again(once: () => Promise<void>): Promise<void> {
    while (!this.#over) {
      try {
        await once();
      } catch (error) {
        this.#faults.push((error as Error).message);
        await pause(1_000);
      }
      await pause(typingPause / 2 + this.random.below(typingPause));
    }
  }

  promised(): Promised {
    return {
      works: this.#works.map((work) => work.promised()),
      typists: this.#typists.map(({ acknowledged }) => new Set(acknowledged)),
    };
  }

  /** Some of those who type lose their machine together with the server; the others keep what they wrote. */
  switchSomeOff(): void {
    for (const typist of this.#typists.filter((_, at) => at % 2 === 0)) typist.switchOff();
  }

  /** Looks at what is there: sentences for what was promised and is lost, or is there twice. */
  async check(promised: Promised): Promise<string[]> {
    const { room, token } = this.#typists[0]!;
    const found = countMarks(await readTopic(room, token), typedMarks);
    const sent = new Set(this.#typists.flatMap((typist) => [...typist.sent]));
    const typed = promised.typists.flatMap((each) => [...each]);
    const faults = lostOrDoubled("live", found, typed, sent);
    return readRows(this.place.server.folder, (ask) => [
      ...faults,
      ...this.#works.flatMap((work, at) => work.check(ask, promised.works[at]!)),
    ]);
  }

  /** Resolves when everybody has done what they were at, and everything typed is acknowledged. */
  async finish(): Promise<void> {
    this.#over = true;
    await Promise.all(this.#running);
    for (let left = 300; left > 0 && this.#unacknowledged > 0; left--) await pause(100);
  }

  get #unacknowledged(): number {
    return this.#typists.reduce((sum, typist) => sum + typist.unacknowledged, 0);
  }

  /** A sentence where somebody's words never reached the server. */
  unsent(): string[] {
    const count = this.#unacknowledged;
    return count === 0 ? [] : [`live: ${count} words are not acknowledged`];
  }

  figures(): Record<string, number> {
    const senders = this.#works.map(({ sender }) => sender);
    const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
    const acknowledged = this.#works.map((work) => [`${work.name}Acknowledged`, work.promised().size]);
    return {
      ...Object.fromEntries(acknowledged),
      formsAnswered: sum(senders.map(({ answered }) => answered)),
      formsSentAgain: sum(senders.map(({ sentAgain }) => sentAgain)),
      importsFinished: this.#imports.finished,
      meetingsIssued: this.#meetings.issued,
      wordsTyped: sum(this.#typists.map(({ sent }) => sent.size)),
      wordsAcknowledged: sum(this.#typists.map(({ acknowledged }) => acknowledged.size)),
    };
  }

  faults(): string[] {
    return [...this.#faults, ...this.#works.flatMap(({ sender }) => sender.faults)];
  }

  leave(): void {
    this.#over = true;
    for (const typist of this.#typists) typist.leave();
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
