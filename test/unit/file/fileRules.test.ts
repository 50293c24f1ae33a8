import { describe, expect, it } from "vitest";
import { type FileRights, mayTend } from "~/file/fileRights";
import { keptName } from "~/file/fileType";
import { writtenSize } from "~/file/writtenSize";
import { topicFileRights } from "~/meeting/conduct/fileRights";
import { type TaskFileKind, taskFileKinds, taskFileRights } from "~/task/taskFileRights";
import { taskStates } from "~/task/taskState";

describe("the name under which a file is kept", () => {
  it.each([
    ["现场.JPG", "jpeg", "现场.jpg"],
    ["现场.png", "jpeg", "现场.jpg"],
    ["C:\\photos\\现场.jpeg", "jpeg", "现场.jpeg"],
    ["../../etc/passwd", "pdf", "passwd.pdf"],
    ["施工方案.wps", "doc", "施工方案.wps"],
    ["方案.exe", "pdf", "方案.exe.pdf"],
    ["方案.docx", "pdf", "方案.docx.pdf"],
    ["方案\u202efdp.exe", "docx", "方案fdp.exe.docx"],
    ["方\u061c案\u00ad\u{e0041}\u180e\ufff9.pdf", "pdf", "方案.pdf"],
    ["e\u0301tude\u0085.pdf", "pdf", "étude.pdf"],
    [".pdf", "pdf", "pdf.pdf"],
    ["", "xlsx", "file.xlsx"],
    ['a\r\nb".pdf', "pdf", "ab.pdf"],
  ] as const)("%j becomes one of its kind", (sent, type, kept) => {
    expect(keptName(sent, type)).toBe(kept);
  });

  it("is cut where it is long, not inside a sign", () => {
    const name = keptName(`${"𠮷".repeat(300)}.pdf`, "pdf");
    expect([[...name].length, !/\p{Surrogate}/u.test(name), name.endsWith("𠮷.pdf")]).toEqual([
      124,
      true,
      true,
    ]);
  });
});

it("writes sizes as people read them", () => {
  expect([10, 300_000, 1_300_000, 19_000_000].map((bytes) => writtenSize(bytes, "zh-CN"))).toEqual([
    "0.1 kB",
    "293 kB",
    "1.2 MB",
    "18 MB",
  ]);
});

it("lets units tend what they added, or all", () => {
  const file = { addedByUnitId: "works" };
  const may = (tend: FileRights["tend"], unit: string) => mayTend({ add: false, tend }, unit, file);
  expect([may("own", "works"), may("own", "water"), may("all", "water"), may("none", "works")]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

describe("the files on a task", () => {
  const task = {
    ...{ streetId: "east", leadUnitId: "works", assistingUnitIds: ["water"], overseerUnitId: null },
    ...{ doerTie: null, witness: null },
  };
  const who = {
    works: { personId: "w", role: "department", unitId: "works", streetId: null },
    water: { personId: "a", role: "department", unitId: "water", streetId: null },
    east: { personId: "e", role: "street", unitId: "east", streetId: "east" },
    office: { personId: "o", role: "office", unitId: "office", streetId: null },
  } as const;
  const adders = (kind: TaskFileKind) =>
    Object.fromEntries(
      taskStates.map((state) => [
        state,
        Object.entries(who)
          .filter(([, actor]) => taskFileRights(actor, kind, { ...task, state }).add)
          .map(([name]) => name)
          .join(),
      ]),
    );

  it.each(["taskProgress", "taskHandled", "milestone"] as const)(
    "of %s are added by who leads it, until it is verified",
    (kind) => {
      expect(adders(kind)).toEqual({
        ...{ dispatched: "works", acknowledged: "works", inProgress: "works", handled: "works" },
        ...{ rework: "works", suspended: "works", solved: "", struckOff: "" },
      });
    },
  );

  it("of its verification are added by who verifies it, from the claim until it is struck off", () => {
    expect(adders("taskVerification")).toEqual({
      ...{ dispatched: "", acknowledged: "", inProgress: "", handled: "east" },
      ...{ rework: "", suspended: "", solved: "east", struckOff: "" },
    });
  });

  it("are removed by who strikes it off, whoever added them and whenever", () => {
    for (const state of taskStates)
      for (const kind of taskFileKinds)
        expect(taskFileRights(who.office, kind, { ...task, state })).toEqual({ add: false, tend: "all" });
  });
});

describe("the files on a topic", () => {
  const writer = (standing: "holds" | "prepares" | "leads" | "takesPart", unitId = "x") => ({
    standing,
    unitId,
  });

  it("are added by who holds and prepares the meeting and by who leads the topic, until the minutes are issued", () => {
    const ofWorks = { contentElsewhere: false, problem: { powerUnitId: "works" } };
    const adds = (one: ReturnType<typeof writer> | null) => topicFileRights(one, "agenda", ofWorks).add;
    expect(topicFileRights(writer("holds"), "agenda", { ...ofWorks, contentElsewhere: true }).add).toBe(
      false,
    );
    expect(adds(writer("holds"))).toBe(true);
    expect(adds(writer("prepares"))).toBe(true);
    expect(adds(writer("leads", "works"))).toBe(true);
    expect(adds(writer("leads", "water"))).toBe(false);
    expect(adds(writer("takesPart"))).toBe(false);
    expect(adds(null)).toBe(false);
    expect(topicFileRights(writer("holds"), "issued", ofWorks)).toEqual({
      add: false,
      tend: "all",
      counts: true,
    });
    expect(topicFileRights(writer("prepares"), "issued", ofWorks)).toEqual({
      add: false,
      tend: "none",
      counts: true,
    });
  });
});
