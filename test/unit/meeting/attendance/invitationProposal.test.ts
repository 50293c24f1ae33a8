import { describe, expect, it } from "vitest";
import { proposeInvitations } from "~/meeting/attendance/invitationProposal";

const topic = (topicId: string, power: string | null, concerned: string[] = [], streetId = "street") => ({
  topicId,
  streetId,
  powerUnitId: power,
  concernedUnitIds: concerned,
});

describe("who should be called", () => {
  it("the unit with the power leads, the street presents, who is concerned once writes", () => {
    const proposals = proposeInvitations([topic("1", "works", ["water"])], []);
    expect(proposals.map(({ unitId, invitation }) => [unitId, invitation])).toEqual([
      ["works", "lead"],
      ["street", "assist"],
      ["water", "writtenOpinion"],
    ]);
  });

  it("who is concerned by several topics comes, and the reasons are named", () => {
    const proposals = proposeInvitations(
      [topic("1", "works", ["water"]), topic("2", "parks", ["water"])],
      [],
    );
    expect(proposals.find((one) => one.unitId === "water")).toEqual({
      unitId: "water",
      invitation: "assist",
      topicIds: ["1", "2"],
    });
  });

  it("the strongest call counts, once", () => {
    const proposals = proposeInvitations(
      [topic("1", "works", ["works"]), topic("2", null, ["works"])],
      ["works"],
    );
    expect(proposals.filter((one) => one.unitId === "works")).toEqual([
      { unitId: "works", invitation: "lead", topicIds: ["1", "2"] },
    ]);
  });

  it("who only has open tasks waits on call", () => {
    expect(proposeInvitations([], ["gas", "gas"])).toEqual([
      { unitId: "gas", invitation: "onCall", topicIds: [] },
    ]);
  });
});
