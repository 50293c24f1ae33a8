import { addDays, addMonths, daysBetween, instantOf, monthOf } from "~/calendar/day";
import { nothingDeclared } from "~/calendar/holiday";
import { workingDaysBefore } from "~/calendar/workingDay";
import { phrases } from "~db/demo/texts";
import { later, workingDayAfter } from "./instants";
import type { Target } from "./targets";
import { actsOn, type DemoTask } from "./taskActs";
import type { World } from "./world";

/** Schedules everything that happens to a task after the minutes, up to where it is to stand today. */
export function scheduleTask(world: World, task: DemoTask): void {
  const story = new Story(world, task);
  if (task.target === "dispatched") return;
  story.begin();
  if (task.target === undefined || task.target === "struckOff") story.usualEnd();
  else story.endAs(task.target);
}

class Story {
  private readonly acts;

  constructor(
    private readonly world: World,
    private readonly task: DemoTask,
  ) {
    this.acts = actsOn(world, task);
  }

  /** On the first working day at or after `day`, in the afternoon; mornings belong to the sessions. */
  private on(day: string, minutes: number, act: (at: string) => Promise<unknown>): void {
    const offset = minutes + (this.task.turn % 40);
    const at = later(instantOf(workingDayAfter(day, 0), "14:00"), offset);
    this.world.timeline.schedule(at, async (now) => {
      await act(now);
    });
  }

  /** The last working day that lies `days` or more ago. */
  private ago(days: number): string {
    return workingDaysBefore(addDays(this.world.today, 1 - days), 1, nothingDeclared);
  }

  /** When the unit means to be done: mostly some days before it is due. */
  private get claimDay(): string {
    const { due, turn, target, issuedOn } = this.task;
    if (target === "struckOff") return addDays(this.world.today, -20);
    const late = this.isExtended ? 8 : turn % 10 === 7 ? 5 : -(3 + (turn % 9));
    const day = addDays(due, late);
    return daysBetween(issuedOn, day) < 12 ? addDays(issuedOn, 12) : day;
  }

  private get halfWay(): string {
    const { issuedOn, due } = this.task;
    return addDays(issuedOn, Math.floor(daysBetween(issuedOn, due) / 2));
  }

  /** Some way through when the visitor comes: the last report and the last milestones are still to come. */
  private get isUnfinished(): boolean {
    const { target } = this.task;
    return target !== undefined && !["struckOff", "handled", "rework", "solved"].includes(target);
  }

  private get isExtended(): boolean {
    return this.task.turn % 6 === 3 && this.task.target === undefined;
  }

  /** What comes between: now and then a task is held up for some days, or gets more time. */
  private interlude(): void {
    const { due, turn, target } = this.task;
    if (target !== undefined) return;
    const half = this.halfWay;
    if (turn % 7 === 2 && daysBetween(half, this.claimDay) > 14) {
      this.on(half, 85, this.acts.block);
      this.on(addDays(half, 6), 85, this.acts.unblock);
    }
    if (!this.isExtended) return;
    this.on(addDays(due, -9), 90, this.acts.askExtension(15));
    this.on(addDays(due, -6), 120, this.acts.decideExtension("granted"));
  }

  begin(): void {
    const { issuedOn, decision, target } = this.task;
    this.on(addDays(issuedOn, 1), 0, this.acts.acknowledge);
    if (target === "acknowledged") return;
    const end = target === undefined || target === "struckOff" ? this.claimDay : this.ago(12);
    const span = Math.max(daysBetween(issuedOn, end) - 4, decision.progress.length);
    const words = this.isUnfinished ? decision.progress.slice(0, -1) : decision.progress;
    for (const [place, report] of words.entries()) {
      const day = addDays(issuedOn, 3 + Math.floor((span * (place + 1)) / (words.length + 1)));
      this.on(day, 60, this.acts.progress(report));
      this.on(day, 70, this.acts.milestones(this.isUnfinished ? this.halfWay : day));
    }
  }

  usualEnd(): void {
    const { decision, due } = this.task;
    this.interlude();
    const { solved, note } = decision.verification;
    const claimed = this.claimDay;
    this.on(claimed, 100, this.acts.milestones(due));
    this.on(claimed, 110, this.acts.claim(decision.handledClaim));
    if (solved) this.solve(addDays(claimed, 3), note, decision.residentOutcome);
    else this.secondRound(addDays(claimed, 4));
  }

  /** The street found it wanting; residents are told so, and told again when it is put right. */
  private secondRound(found: string): void {
    const { decision, place } = this.task;
    this.on(found, 130, this.acts.rework(decision.verification.note));
    if (place === 0) this.on(addDays(found, 2), 150, this.acts.publish(decision.residentOutcome));
    this.on(addDays(found, 12), 60, this.acts.progress(phrases.reworkProgress));
    this.on(addDays(found, 40), 110, this.acts.claim(phrases.reworked));
    this.solve(addDays(found, 44), phrases.secondLook, phrases.secondOutcome);
  }

  /** Solved; struck off after the next day has heard of it; then residents read what came of it. */
  private solve(found: string, note: string, outcome: string): void {
    const { target, place } = this.task;
    this.on(found, 130, this.acts.verify(note));
    const afterNextDay = addDays(`${addMonths(monthOf(found), 1)}-01`, found.slice(8) < "18" ? -2 : 26);
    const strike = target === "struckOff" ? addDays(found, 2) : afterNextDay;
    this.on(strike, 150, this.acts.strikeOff);
    if (place !== 0) return;
    if (target === "struckOff") this.publishTwice(strike, outcome);
    else this.on(addDays(strike, 1), 160, this.acts.publish(outcome));
  }

  /** Written too early, taken back with the reason, and put right. */
  private publishTwice(strike: string, outcome: string): void {
    this.on(addDays(strike, 1), 160, this.acts.publish(phrases.withdrawnText));
    this.on(addDays(strike, 4), 165, this.acts.withdraw);
    this.on(addDays(strike, 6), 170, this.acts.publish(outcome));
  }

  endAs(target: Target): void {
    for (const [day, minutes, act] of this.endOf(target)) this.on(day, minutes, act);
  }

  private endOf(target: Target): [day: string, minutes: number, act: (at: string) => Promise<unknown>][] {
    const { acts } = this;
    const { handledClaim, verification } = this.task.decision;
    const claimed: [string, number, (at: string) => Promise<unknown>] = [
      this.ago(9),
      110,
      acts.claim(handledClaim),
    ];
    const why = verification.solved ? phrases.reworkFound : verification.note;
    const reviewOn = addDays(this.world.today, 45);
    const ends: Partial<Record<Target, ReturnType<typeof this.endOf>>> = {
      blocked: [[this.ago(9), 90, acts.block]],
      extended: [
        [this.ago(10), 90, acts.askExtension(30)],
        [this.ago(7), 120, acts.decideExtension("granted")],
      ],
      extensionRefused: [
        [this.ago(10), 90, acts.askExtension(20)],
        [this.ago(7), 120, acts.decideExtension("refused")],
      ],
      extensionWaiting: [[this.ago(4), 90, acts.askExtension(25)]],
      suspended: [[this.ago(9), 90, acts.suspend(reviewOn)]],
      handled: [
        [this.ago(6), 100, acts.milestones(this.task.due)],
        [this.ago(4), 110, acts.claim(handledClaim)],
      ],
      rework: [claimed, [this.ago(4), 130, acts.rework(why)]],
      solved: [claimed, [this.ago(4), 130, acts.verify(verification.note)]],
    };
    return ends[target] ?? [];
  }
}
