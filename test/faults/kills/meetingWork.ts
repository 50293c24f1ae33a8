import { lostOrDoubled } from "../checks";
import { readRows } from "../rows";
import { type Sender, saidIn } from "../sender";
import { type Ask, countsOf, type Work } from "./work";

/** How far a meeting is, as far as it was acknowledged. */
const stages = ["agenda", "inSession", "minutes", "issued"] as const;

/** Meetings that a street calls, opens, decides, closes and issues. */
export class MeetingWork implements Work {
  readonly name = "meeting";
  readonly #sent = new Set<string>();
  /** By title, what was acknowledged last. */
  readonly #stage = new Map<string, number>();

  constructor(
    readonly sender: Sender,
    readonly day: string,
  ) {}

  async once(): Promise<void> {
    const title = `meeting${this.#sent.size}x`;
    this.#sent.add(title);
    const call = { kind: "weekly", title, date: this.day, startsAt: "09:15", agenda: "夜市占道" };
    const home = await this.#step("/desk/meetings/new", call, title, 0);
    const slug = home.split("/").at(3) ?? "";
    await this.#step(`${home}/agenda`, { intent: "open", reason: "" }, title, 1);
    for (const { id } of this.#topicsOf(slug))
      await this.#step(`${home}/room`, { intent: "recordOutcome", topicId: id, outcome: "passed" }, title, 1);
    await this.#step(`${home}/minutes`, { intent: "close" }, title, 2);
    await this.#step(`${home}/minutes`, { intent: "issue" }, title, 3);
  }

  async #step(path: string, fields: Record<string, string>, title: string, stage: number): Promise<string> {
    const key = `${title}-${fields.intent ?? "call"}-${fields.topicId ?? ""}`;
    const { status, onward, text } = await this.sender.press(path, fields, key);
    if (status !== 302)
      throw new Error(`${path} ${fields.intent} is answered with ${status}: ${saidIn(text)}`);
    this.#stage.set(title, stage);
    return onward;
  }

  #topicsOf(slug: string): { id: string }[] {
    return readRows(this.sender.server.folder, (ask) =>
      ask<{ id: string }>(
        `select topic.id from topic join meeting on meeting.id = topic.meeting_id
         where meeting.slug = ? and topic.kind = 'topic'`,
        slug,
      ),
    );
  }

  promised(): Set<string> {
    return new Set([...this.#stage].map(([title, stage]) => `${title} ${stage}`));
  }

  check(ask: Ask, promised: ReadonlySet<string>): string[] {
    const rows = ask<{ mark: string; stage: string; papers: number; room: number }>(
      `select title as mark, stage,
         (select count(*) from minutes where minutes.meeting_id = meeting.id) as papers,
         (select count(*) from live_room where live_room.name = 'meeting-' || meeting.slug) as room
       from meeting where title glob 'meeting[0-9]*x'`,
    );
    const called = [...promised].map((one) => one.split(" ")[0]!);
    const faults = lostOrDoubled("meeting", countsOf(rows), called, this.#sent);
    const stageOf = new Map(rows.map(({ mark, stage }) => [mark, stages.indexOf(stage as never)]));
    for (const one of promised) {
      const [title, stage] = one.split(" ") as [string, string];
      if ((stageOf.get(title) ?? 0) < Number(stage))
        faults.push(`meeting: ${title} is behind ${stages[Number(stage)]}`);
    }
    for (const { mark, stage, papers } of rows)
      if (papers !== (stage === "issued" ? 1 : 0))
        faults.push(`meeting: ${mark} is ${stage} with ${papers} minutes`);
    return faults;
  }

  /** How many were issued. */
  get issued(): number {
    return [...this.#stage.values()].filter((stage) => stage === 3).length;
  }
}
