import { asc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { addDays, dayOf } from "~/calendar/day";
import { sendTaskToRework } from "~/meeting/stage/sendTaskToRework.server";
import { publishOutcome } from "~/outcome/publishing/publishOutcome.server";
import { withdrawOutcome } from "~/outcome/publishing/withdrawOutcome.server";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { askExtension } from "~/task/acts/askExtension.server";
import { blockTask } from "~/task/acts/blockTask.server";
import { claimHandled } from "~/task/acts/claimHandled.server";
import { decideExtension } from "~/task/acts/decideExtension.server";
import { finishMilestone } from "~/task/acts/finishMilestone.server";
import { reportProgress } from "~/task/acts/reportProgress.server";
import { strikeOff } from "~/task/acts/strikeOff.server";
import { suspendTask } from "~/task/acts/suspendTask.server";
import { unblockTask } from "~/task/acts/unblockTask.server";
import { verifySolved } from "~/task/acts/verifySolved.server";
import type { TaskFileKind } from "~/task/taskFileRights";
import { taskFiles } from "~/task/taskFiles.server";
import { type DemoDecision, type DemoResolution, phrases, posts, preparing } from "~db/demo/texts";
import { read } from "~db/read";
import { milestone } from "~db/schema";
import { attach, streetPicture } from "./files";
import { pick } from "./phrase";
import type { Target } from "./targets";
import { accountOf, must, type World } from "./world";

/** What people do with one task, by its parties, each at the instant it is called with. */
export type TaskActs = ReturnType<typeof actsOn>;

/** Who is there when the office verifies what a street did itself: of a community there where somebody holds its post. */
function witnessOf(streetSlug: string): string {
  const nearby = posts.find(
    (post) => post.role === "community" && post.unitSlug.startsWith(`${streetSlug}-`),
  );
  return nearby?.account ?? "leader";
}

/** Binds the acts on a task to whoever may do them: lead unit, the street that verifies, the office. */
export function actsOn(world: World, task: DemoTask) {
  const { number, turn, text, target } = task;
  const lead = accountOf(text.leadSlug);
  const verifier = text.leadSlug === task.streetSlug ? "office" : accountOf(task.streetSlug);
  const by = (account: string, at: string) => world.actor(account, at);
  const showPhoto = async (name: TaskFileKind, actor: Actor, caption: string, at: string) => {
    const kind = taskFiles.find((one) => one.kind === name)!;
    await attach(actor, { kind, subjectId: task.id }, [await streetPicture("现场.jpg", turn)], at, caption);
  };
  return {
    acknowledge: async (at: string) =>
      must(
        await acknowledgeTask(await by(lead, at), { number, text: pick(phrases.acknowledged, turn) }, at),
        `acknowledge ${number}`,
      ),
    progress: (words: string) => async (at: string) =>
      must(
        await reportProgress(await by(lead, at), { number, text: words, evidence: "" }, at),
        `progress ${number}`,
      ),
    milestones: (until: string) => async (at: string) => {
      const open = await read((db) =>
        db.select().from(milestone).where(eq(milestone.taskId, task.id)).orderBy(asc(milestone.due)),
      );
      for (const step of open.filter((one) => one.doneAt === null && one.due <= until)) {
        const input = { number, milestoneId: step.id, evidence: phrases.milestone };
        must(await finishMilestone(await by(lead, at), input, at), `finishMilestone ${number}`);
      }
    },
    claim: (words: string) => async (at: string) => {
      must(
        await claimHandled(await by(lead, at), { number, text: words, evidence: phrases.claimEvidence }, at),
        `claimHandled ${number}`,
      );
      if (target === "handled" || target === "solved")
        await showPhoto("taskHandled", await by(lead, at), preparing.handledPhoto, at);
    },
    verify: (words: string) => async (at: string) => {
      // What a street did itself is verified before a witness: one of a community there.
      const witness =
        text.leadSlug === task.streetSlug ? world.holdingId(witnessOf(task.streetSlug), at) : undefined;
      const input = { number, text: words, evidence: phrases.verifyEvidence, witness };
      must(await verifySolved(await by(verifier, at), input, at), `verifySolved ${number}`);
      if (target === "solved")
        await showPhoto("taskVerification", await by(verifier, at), preparing.verifiedPhoto, at);
    },
    rework: (words: string) => async (at: string) =>
      must(await sendTaskToRework(await by(verifier, at), { number, text: words }, at), `rework ${number}`),
    strikeOff: async (at: string) =>
      must(
        await strikeOff(await by("office", at), { number, text: phrases.struckOff }, at),
        `strikeOff ${number}`,
      ),
    publish: (words: string) => async (at: string) =>
      must(await publishOutcome(await by("office", at), { number, text: words }, at), `publish ${number}`),
    withdraw: async (at: string) =>
      must(
        await withdrawOutcome(await by("office", at), { number, reason: phrases.withdrawnReason }, at),
        `withdraw ${number}`,
      ),
    unblock: async (at: string) =>
      must(
        await unblockTask(await by(lead, at), { number, text: phrases.unblocked }, at),
        `unblock ${number}`,
      ),
    block: async (at: string) =>
      must(
        await blockTask(await by(lead, at), { number, text: pick(phrases.blocked, turn) }, at),
        `block ${number}`,
      ),
    askExtension: (days: number) => async (at: string) => {
      // An extension is asked from where the task stands, and never into the past.
      const [, from] = [task.due, dayOf(at)].sort();
      const input = { number, text: phrases.extensionAsked, toDate: addDays(from!, days) };
      must(await askExtension(await by(lead, at), input, at), `askExtension ${number}`);
    },
    decideExtension: (decision: "granted" | "refused") => async (at: string) => {
      const text = decision === "granted" ? phrases.extensionGranted : phrases.extensionRefused;
      const input = { number, decision, text };
      must(await decideExtension(await by("office", at), input, at), `decideExtension ${number}`);
    },
    suspend: (reviewOn: string) => async (at: string) =>
      must(
        await suspendTask(await by("office", at), { number, text: phrases.suspended, reviewOn }, at),
        `suspend ${number}`,
      ),
  };
}

/** A task of the demo district with the words that were written for it. */
export interface DemoTask {
  id: string;
  number: string;
  decision: DemoDecision;
  text: DemoResolution;
  /** Its place under its decision, from 0. */
  place: number;
  streetSlug: string;
  issuedOn: string;
  due: string;
  /** Counts through all tasks: what varies, varies by it. */
  turn: number;
  target: Target | undefined;
}
