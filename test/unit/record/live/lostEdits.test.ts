import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { asBase64 } from "~/meeting/room/sendHandIn";
import {
  addMilestone,
  addResolution,
  addTopic,
  notesOf,
  setResolutionField,
  setResolutionText,
} from "~/record/document/record";
import { beyond, stateVector } from "~/record/live/lostEdits";
import { PendingEdits } from "~/record/live/pendingEdits";
import { writeLine } from "../../../builders/notes";

/** A record as the server has it, and somebody's copy of it. */
function recordAndCopy() {
  const server = new Y.Doc();
  addTopic(server, { id: "lamps", title: "路灯不亮" });
  addTopic(server, { id: "drain", title: "下水道堵塞" });
  writeLine(server, "drain", "会议听取了汇报。");
  addResolution(server, { id: "r1", topicId: "lamps", text: "更换路灯" });
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(server));
  return { server, copy };
}

describe("edits that did not get into the record", () => {
  it("are somebody's own words only, under their topics", () => {
    const { server, copy } = recordAndCopy();
    setResolutionText(copy, "r1", "text", "更换全部路灯二十盏");
    setResolutionField(copy, "r1", "measure", "夜间亮灯");
    addMilestone(copy, "r1", { id: "m", text: "进场施工" });
    const notes = notesOf(copy, "drain");
    notes.insert(notes.length, "水务局补充。");
    writeLine(copy, "drain", "另起一段。");
    expect(beyond(copy, stateVector(server)).words).toBe(
      "路灯不亮\n全部路灯二十盏\n夜间亮灯\n进场施工\n\n下水道堵塞\n水务局补充。\n另起一段。",
    );
  });

  it("leave out what was deleted again, and are without words where things were only deleted", () => {
    const { server, copy } = recordAndCopy();
    const notes = notesOf(copy, "drain");
    const { length } = notes;
    writeLine(copy, "drain", "写错了。");
    notes.delete(length, notes.length - length);
    notes.delete(0, length);
    const { edits, words } = beyond(copy, stateVector(server));
    expect(words).toBe("");
    Y.applyUpdate(server, edits);
    expect(notesOf(server, "drain").length).toBe(0);
  });

  it("bring the record to what the writer had, although others wrote meanwhile", () => {
    const { server, copy } = recordAndCopy();
    const known = stateVector(server);
    setResolutionText(copy, "r1", "text", "更换路灯二十盏");
    const { edits } = beyond(copy, known);
    setResolutionText(server, "r1", "text", "月底前更换路灯");
    Y.applyUpdate(server, edits);
    expect(JSON.stringify(server.getMap("resolutions").toJSON())).toContain("月底前更换路灯二十盏");
  });

  it("are what is pending on the page, not what the server has acknowledged", () => {
    const { server, copy } = recordAndCopy();
    const pending = new PendingEdits();
    copy.on("update", (update: Uint8Array) => pending.wrote(update, Date.now()));
    setResolutionText(copy, "r1", "text", "更换路灯，已送达");
    const delivered = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(server));
    Y.applyUpdate(server, delivered);
    pending.arrived(delivered);
    setResolutionText(copy, "r1", "text", "更换路灯，已送达，未送达");
    const { edits, words } = beyond(copy, pending.stateBefore(copy));
    expect(words).toBe("路灯不亮\n，未送达");
    Y.applyUpdate(server, edits);
    expect(JSON.stringify(server.getMap("resolutions").toJSON())).toContain("已送达，未送达");
  });

  it("go over the wire as base64, however long", () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251);
    expect(Buffer.from(asBase64(bytes), "base64").equals(Buffer.from(bytes))).toBe(true);
  });
});
