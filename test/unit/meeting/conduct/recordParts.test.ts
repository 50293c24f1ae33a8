import { describe, expect, it } from "vitest";
import {
  canWritePart,
  type Standing,
  standingOf,
  type Writer,
  type WritingState,
} from "~/meeting/conduct/permission";
import type { RecordPart } from "~/record/document/parts";

const writer = (standing: Standing): Writer => ({ unitId: "works", standing });
const standings = ["holds", "prepares", "leads", "takesPart"] as const;

const session: RecordPart = { kind: "session" };
const agenda: RecordPart = { kind: "agenda" };
const words = (topicId: string): RecordPart => ({ kind: "topic", topicId });
const notes: RecordPart = { kind: "notes", topicId: "decided" };
const resolutions = (topicId: string | null): RecordPart => ({ kind: "resolutions", topicId });
const parts: [string, RecordPart][] = [
  ["session", session],
  ["agenda", agenda],
  ["own words", words("own")],
  ["other words", words("other")],
  ["notes", notes],
  ["open resolutions", resolutions("other")],
  ["loose resolutions", resolutions(null)],
  ["decided resolutions", resolutions("decided")],
  ["notes that may not stand here", { kind: "notes", topicId: "elsewhere" }],
  ["resolutions that may not stand here", resolutions("elsewhere")],
];

const state = (more: Partial<WritingState>): WritingState => ({
  kind: "consultationDay",
  stage: "agenda",
  agendaPublished: false,
  amending: false,
  closedTopicIds: ["decided"],
  elsewhereTopicIds: ["elsewhere"],
  leadUnitIds: { own: "works", other: "water" },
  ...more,
});

const everybodys = ["notes", "open resolutions", "loose resolutions"];
const held = ["session", "agenda", "own words", "other words", ...everybodys];

/** Which parts each may change, from the state of the meeting; every cell that is not named is refused. */
const table: [string, WritingState, Record<Standing, string[]>][] = [
  [
    "before the agenda is published",
    state({}),
    {
      holds: held,
      prepares: held.filter((part) => part !== "session"),
      leads: ["own words", ...everybodys],
      takesPart: everybodys,
    },
  ],
  ...(
    [
      ["once it is published", state({ agendaPublished: true })],
      ["in session", state({ stage: "inSession", agendaPublished: true })],
      ["in session without a published agenda", state({ stage: "inSession" })],
      ["after the session", state({ stage: "minutes", agendaPublished: true })],
      ["where no agenda is published", state({ kind: "weekly" })],
      ["in session where none is published", state({ kind: "weekly", stage: "inSession" })],
    ] as const
  ).map(([name, at]): [string, WritingState, Record<Standing, string[]>] => [
    name,
    at,
    { holds: held, prepares: everybodys, leads: everybodys, takesPart: everybodys },
  ]),
  [
    "in an amendment",
    state({ stage: "issued", amending: true }),
    { holds: [...held, "decided resolutions"], prepares: [], leads: [], takesPart: [] },
  ],
];

describe("the parts of a record", () => {
  for (const [name, at, may] of table)
    for (const standing of standings)
      for (const [part, asked] of parts) {
        const able = may[standing].includes(part);
        it(`${name}, ${standing}, ${part}: ${able ? "may" : "may not"}`, () => {
          expect(canWritePart(writer(standing), at, asked)).toBe(able);
        });
      }
});

describe("the standing of a writer", () => {
  const day = {
    kind: "consultationDay" as const,
    stage: "agenda" as const,
    organiserUnitId: "office",
    hostUnitId: "host",
    chairPostId: "chair",
  };
  const who = (role: "office" | "street" | "department" | "leader", unitId: string, postId = "post") => ({
    role,
    unitId,
    postId,
  });

  it("is that of the strongest of what they are", () => {
    expect(standingOf(who("office", "office"), day, "none")).toBe("holds");
    expect(standingOf(who("leader", "district", "chair"), day, "follows")).toBe("holds");
    expect(standingOf(who("street", "host"), day, "leads")).toBe("prepares");
    expect(standingOf(who("street", "other"), day, "joins")).toBe("prepares");
    expect(standingOf(who("department", "works"), day, "leads")).toBe("leads");
    expect(standingOf(who("department", "works"), day, "takesPart")).toBe("takesPart");
    expect(standingOf(who("department", "works"), day, "follows")).toBeNull();
    expect(standingOf(who("department", "works"), day, "none")).toBeNull();
  });
});
