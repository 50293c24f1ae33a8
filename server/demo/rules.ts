import { addDays, instantOf } from "~/calendar/day";
import { reportRule } from "~/rules/feedback/reportRule.server";
import { beginProposal } from "~/rules/proposal/beginProposal.server";
import { changeProposal } from "~/rules/proposal/changeProposal.server";
import { rowsOf } from "~/rules/proposal/ruleRows";
import { showProposal } from "~/rules/proposal/showProposal.server";
import { submitProposal } from "~/rules/proposal/submitProposal.server";
import { usualRules } from "~/rules/ruleSet";
import { ruleReports, rulesProposed } from "~db/demo/texts";
import { filled } from "./phrase";
import { must, type World } from "./world";

/** Reports about rules of the last days, and the next version, which waits for the leader. */
export function scheduleRules(world: World): void {
  for (const { account, daysAgo, ...said } of ruleReports)
    world.timeline.schedule(instantOf(addDays(world.today, -daysAgo), "10:20"), async (at) => {
      must(await reportRule(await world.actor(account, at), said, at), "reportRule");
    });
  world.timeline.schedule(instantOf(addDays(world.today, -2), "15:00"), (at) => propose(world, at));
}

async function propose(world: World, at: string): Promise<void> {
  const office = await world.actor("office", at);
  const { title, documentNumber, cutOffDay, closesAtHour, newClass, answer } = rulesProposed;
  must(await beginProposal(office, { title }, at), "beginProposal");
  const head = { title, documentNumber: filled(documentNumber, world.today.slice(0, 4)) };
  must(await changeProposal(office, { part: "head", version: 1, ...head }, at), "name the rules");
  const { lists, ...numbers } = usualRules;
  const rules = { ...numbers, window: { ...numbers.window, cutOffDay, closesAtHour } };
  must(await changeProposal(office, { part: "numbers", version: 2, rules }, at), "change the numbers");
  const entries = rowsOf("classes", usualRules).map((row, at) =>
    at === lists.classes.length ? { ...row, ...newClass } : row,
  );
  must(
    await changeProposal(office, { part: "list", version: 3, list: "classes", entries }, at),
    "add a class",
  );
  const answers = must(await showProposal(office, at), "showProposal")!.feedback.map(({ id }) => ({
    ...{ feedbackId: id, decision: "takenUp" as const, text: answer },
  }));
  must(await changeProposal(office, { part: "answers", version: 4, answers }, at), "answer the reports");
  must(await submitProposal(office, { version: 5 }, at), "propose the rules");
}
