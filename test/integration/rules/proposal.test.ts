import { beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "~/ledger/verifyChain.server";
import { showNotices } from "~/notice/showNotices.server";
import { showDay } from "~/plan/showDay.server";
import { codeNames } from "~/rules/codeNames.server";
import { feedbackDecisions } from "~/rules/feedback/feedback";
import { reportRule } from "~/rules/feedback/reportRule.server";
import { showRules } from "~/rules/page/showRules.server";
import { adoptProposal, refuseProposal } from "~/rules/proposal/answerProposal.server";
import { beginProposal } from "~/rules/proposal/beginProposal.server";
import { changeProposal, type ProposalChange } from "~/rules/proposal/changeProposal.server";
import { rowsOf } from "~/rules/proposal/ruleRows";
import { showProposal } from "~/rules/proposal/showProposal.server";
import { submitProposal, withdrawProposal } from "~/rules/proposal/submitProposal.server";
import { usualRules } from "~/rules/ruleSet";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { withLive } from "../../builders/live";
import { adoptedYear } from "../../builders/plan";
import { mustSucceed } from "../../builders/result";

withDatabase();
const engine = withLive();
let district: SmallDistrict;
beforeAll(async () => {
  district = await smallDistrict();
  await adoptedYear(district, { now: "2026-01-05T02:00:00.000Z" });
});

const now = "2026-06-02T02:00:00.000Z";
const later = "2026-06-03T02:00:00.000Z";
const by = (account: string) => district.actors[account]!;
const shown = async (account: string) => {
  const found = await showProposal(by(account), now);
  return found.ok ? found.value : null;
};
const version = async () => (await shown("office"))!.version;
const refusal = (code: string) => ({ refusal: { code } });

type Part = ProposalChange extends infer One
  ? One extends { version: number }
    ? Omit<One, "version">
    : never
  : never;
const change = async (part: Part, account = "office") =>
  changeProposal(by(account), { ...part, version: await version() } as ProposalChange, now);

const work = async (account: string) =>
  (await myWork(by(account), now)).flatMap(({ items }) =>
    items.flatMap(({ what }) => ("kind" in what ? [what.kind] : [])),
  );

const numbers = { ...usualRules, window: { ...usualRules.window, cutOffDay: 25 } };
const withoutTraffic = rowsOf("classes", usualRules).map((row) =>
  row.code === "traffic" ? { ...row, retired: true } : row,
);

describe("what somebody reports about a rule", () => {
  it("is read by its writer, the office and those who adopt rules, and by nobody else", async () => {
    const said = { rule: "window.cutOffDay", text: "月底的事赶不上", about: "2026-05" };
    mustSucceed(await reportRule(by("street-east"), said, now));
    for (const account of ["street-east", "office", "leader", "admin"]) {
      const page = mustSucceed(await showRules(by(account), undefined, now));
      expect([account, page.feedback.map(({ text }) => text)]).toEqual([account, [said.text]]);
    }
    for (const account of ["street-west", "dept-works", "community-east"])
      expect(mustSucceed(await showRules(by(account), undefined, now)).feedback).toEqual([]);
  });
});

describe("a proposal for the rules", () => {
  it("is the office's, one at a time, and its own while it is drafted", async () => {
    for (const account of ["admin", "leader", "street-east"])
      expect(await beginProposal(by(account), { title: "二版" }, now)).toMatchObject(refusal("notAllowed"));
    mustSucceed(await beginProposal(by("office"), { title: "二版" }, now));
    expect(await beginProposal(by("office"), { title: "三版" }, now)).toMatchObject(
      refusal("ruleProposalOpen"),
    );
    expect([await shown("leader"), await shown("admin"), await shown("street-east")]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await showProposal(by("leader"), now)).toEqual({ ok: true, value: null });
    expect(await showProposal(by("street-east"), now)).toMatchObject(refusal("notFound"));
    expect(await work("office")).toContain("proposeRules");
  });

  it("is not proposed without its document, a change, and an answer to every report", async () => {
    const submit = async () => submitProposal(by("office"), { version: await version() }, now);
    expect(await submit()).toMatchObject(refusal("documentNumberNeeded"));
    mustSucceed(await change({ part: "head", title: "第二版", documentNumber: "测〔2026〕9号" }));
    expect(await submit()).toMatchObject(refusal("rulesUnchanged"));
    mustSucceed(await change({ part: "numbers", rules: numbers }));
    mustSucceed(await change({ part: "list", list: "classes", entries: withoutTraffic }));
    expect(await submit()).toMatchObject(refusal("feedbackUnanswered"));
    const feedbackId = (await shown("office"))!.feedback[0]!.id;
    const answers = [{ feedbackId, decision: feedbackDecisions[0], text: "截止日改为25日" }];
    mustSucceed(await change({ part: "answers", answers }));
    expect(await submit()).toMatchObject({ ok: true });
    expect(await change({ part: "numbers", rules: numbers }, "leader")).toMatchObject(refusal("notAllowed"));
  });

  it("shows those who adopt it what differs, old and new, and waits for them", async () => {
    const page = (await shown("leader"))!;
    expect(page.difference.numbers).toMatchObject([{ key: "cutOffDay", before: 20, after: 25 }]);
    expect(page.difference.entries).toMatchObject([{ list: "classes", code: "traffic", what: "retired" }]);
    expect([await work("leader"), await work("admin")]).toEqual([
      expect.arrayContaining(["adoptRules"]),
      expect.arrayContaining(["adoptRules"]),
    ]);
    expect(await work("street-east")).not.toContain("adoptRules");
  });

  it("is refused with words, changed, and proposed again", async () => {
    const answer = "公共设施一类请再斟酌";
    mustSucceed(await refuseProposal(by("leader"), { version: await version(), answer }, now));
    expect(await shown("office")).toMatchObject({ state: "refused", answer });
    expect(await work("office")).toContain("rulesRefused");
    mustSucceed(await submitProposal(by("office"), { version: await version() }, now));
    expect(await shown("office")).toMatchObject({ state: "proposed", answer: "" });
  });

  it("is adopted only as it was seen, and not by whoever proposed it", async () => {
    const seen = await version();
    mustSucceed(await change({ part: "head", title: "第二版（修订）", documentNumber: "测〔2026〕9号" }));
    expect(await adoptProposal(by("leader"), { version: seen }, now)).toMatchObject(
      refusal("changedMeanwhile"),
    );
    const same = { ...by("leader"), personId: by("office").personId };
    expect(await adoptProposal(same, { version: await version() }, now)).toMatchObject(
      refusal("ownRuleProposal"),
    );
    for (const account of ["office", "street-east"])
      expect(await adoptProposal(by(account), { version: await version() }, now)).toMatchObject(
        refusal("notAllowed"),
      );
    const late = { rule: "lists.classes", text: "缺少电梯一类", about: "" };
    mustSucceed(await reportRule(by("dept-works"), late, later));
    mustSucceed(await adoptProposal(by("leader"), { version: await version() }, later));
    const inForce = (await read(rulesInForce))!;
    expect([inForce.version, inForce.rules.window.cutOffDay]).toEqual([2, 25]);
    expect(mustSucceed(await showDay(by("office"), "2026-12", later)).rules.version).toBe(2);
    expect(await showProposal(by("office"), now)).toEqual({ ok: true, value: null });
  });

  it("answers each report, tells its writer, and leaves what came later to the next", async () => {
    await engine.jobs.catchUp();
    const { feedback } = mustSucceed(await showRules(by("street-east"), undefined, later));
    expect(feedback[0]!.answer).toEqual({ decision: "takenUp", text: "截止日改为25日", version: 2 });
    const told = await showNotices(by("street-east"), {});
    expect(told.lines.map(({ kind, why }) => `${kind} ${why}`)).toEqual(["ruleAnswered wrote"]);
    const adopter = await showNotices(by("admin"), {});
    expect(adopter.lines.map(({ kind }) => kind)).toContain("rulesProposed");
    const open = mustSucceed(await showRules(by("office"), undefined, later)).feedback;
    expect(open.filter(({ answer }) => !answer).map(({ text }) => text)).toEqual(["缺少电梯一类"]);
  });

  it("keeps the name of what it has retired", async () => {
    const traffic = (await codeNames()).classes.find(({ code }) => code === "traffic");
    expect(traffic).toMatchObject({ zh: "交通出行", retired: true });
  });

  it("is withdrawn without a trace in the rules, by the office alone", async () => {
    mustSucceed(await beginProposal(by("office"), { title: "三版" }, later));
    const seen = { version: await version() };
    expect(await withdrawProposal(by("leader"), seen, later)).toMatchObject(refusal("notAllowed"));
    mustSucceed(await withdrawProposal(by("office"), seen, later));
    expect((await read(rulesInForce))!.version).toBe(2);
    expect((await verifyChain()).faults).toEqual([]);
  });
});
