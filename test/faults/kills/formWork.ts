import { lostOrDoubled } from "../checks";
import type { Sender } from "../sender";
import { type Ask, countsOf, type Work } from "./work";

/** Where a form goes, what it says of a mark, and how the marks that are there are found. */
interface FormKind {
  name: string;
  path: string;
  fields(mark: string): Record<string, string>;
  /** Gives rows with a `mark`, one for each time that it is there. */
  found: string;
}

/** The same form again and again, each time with words of its own. */
export class FormWork implements Work {
  readonly #sent = new Set<string>();
  readonly #acknowledged = new Set<string>();

  constructor(
    readonly sender: Sender,
    readonly kind: FormKind,
  ) {}

  get name(): string {
    return this.kind.name;
  }

  async once(): Promise<void> {
    const mark = `${this.kind.name}${this.#sent.size}x`;
    this.#sent.add(mark);
    const { status } = await this.sender.press(this.kind.path, this.kind.fields(mark), mark);
    if (status === 302) this.#acknowledged.add(mark);
    else if (status < 500) throw new Error(`${this.kind.path} answers ${status} to what it should take`);
  }

  promised(): Set<string> {
    return new Set(this.#acknowledged);
  }

  check(ask: Ask, promised: ReadonlySet<string>): string[] {
    const found = countsOf(ask<{ mark: string }>(this.kind.found));
    return lostOrDoubled(this.kind.name, found, promised, this.#sent);
  }
}

/** Problems that a street adds to its list, or a community proposes for it. */
export const addProblems = (sender: Sender, name: "street" | "community", list: string): FormWork =>
  new FormWork(sender, {
    name,
    path: list,
    fields: (mark) => ({
      ...{ intent: name === "street" ? "add" : "propose" },
      ...{ title: mark, originalWording: "晚上一片黑。", source: "resident" },
      problemClass: "publicFacilities",
    }),
    // A problem counts where it stands on a list, or waits beside it, and in the ledger.
    found: `select problem.title as mark from problem
            join ${name === "street" ? "listing" : "community_proposal"} as place on place.problem_id = problem.id
            join ledger_entry on ledger_entry.subject_id = problem.id
              and ledger_entry.verb = 'problem.${name === "street" ? "add" : "propose"}'
            where problem.title glob '${name}[0-9]*x'`,
  });

/** Progress that a department reports on its task. */
export const reportProgress = (sender: Sender, number: string): FormWork =>
  new FormWork(sender, {
    name: "progress",
    path: `/desk/tasks/${number}`,
    fields: (mark) => ({ intent: "progress", text: mark, evidence: "照片" }),
    found: "select text as mark from task_entry where text glob 'progress[0-9]*x'",
  });
