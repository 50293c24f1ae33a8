import { describe, expect, it } from "vitest";
import type { AttendanceState } from "~/meeting/conduct/attendance";
import { quorumOf } from "~/meeting/conduct/quorum";
import type { InvitationClass } from "~/meeting/kind/invitation";
import { usualRules } from "~/rules/ruleSet";

const day = { kind: "consultationDay" as const };

const row = (unitId: string, state: AttendanceState, invitation: InvitationClass = "lead") => ({
  unitId,
  state,
  invitation,
});
const leads = (...states: AttendanceState[]) => states.map((state, at) => row(`unit ${at}`, state));

describe("the quorum", () => {
  for (const [present, of, reached] of [
    [0, 0, false],
    [0, 1, false],
    [1, 1, true],
    [1, 2, false],
    [2, 3, true],
    [2, 4, false],
    [3, 4, true],
  ] as const)
    it(`${present} of ${of} lead units present: ${reached ? "reached" : "not reached"}`, () => {
      const states = Array.from(
        { length: of },
        (_, at): AttendanceState => (at < present ? "present" : "absent"),
      );
      expect(quorumOf(leads(...states), usualRules, day)).toMatchObject({ invited: of, present, reached });
    });

  it("names how many are needed", () => {
    expect(quorumOf(leads("invited", "invited", "invited", "invited"), usualRules, day).needed).toBe(3);
    expect(quorumOf(leads("invited", "invited", "invited"), usualRules, day).needed).toBe(2);
  });

  it("counts units, not heads, and neither those sitting in nor those who only assist", () => {
    const rows = [
      row("a", "present"),
      row("a", "present"),
      row("b", "sittingIn"),
      row("c", "excused"),
      row("d", "present", "assist"),
    ];
    expect(quorumOf(rows, usualRules, day)).toEqual({ invited: 3, present: 1, needed: 2, reached: false });
  });

  it("cannot be reached by letting those who will not come decline", () => {
    expect(quorumOf(leads("present", "declined", "declined"), usualRules, day).reached).toBe(false);
  });

  it("follows the rule set's share", () => {
    const rules = { session: { ...usualRules.session, quorumOver: 0.66 } };
    expect(quorumOf(leads("present", "present", "absent"), rules, day).reached).toBe(true);
    expect(quorumOf(leads("present", "absent", "absent"), rules, day).reached).toBe(false);
  });
});
