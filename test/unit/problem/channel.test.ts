import { expect, it } from "vitest";
import { type Channel, channels, channelTable, entryInto } from "~/problem/channel";

const cells: Record<Channel | "none", string> = {
  none: "enters enters enters enters enters",
  list: "refused withReason withReason refused withReason",
  whistle: "withReason refused withReason refused withReason",
  forum: "withReason withReason refused refused withReason",
  order: "withReason withReason withReason refused withReason",
  settled: "withReason withReason withReason withReason refused",
};

it.each(Object.entries(cells))("tells how a problem comes out of %s into each channel", (from, row) => {
  const now = from === "none" ? null : { channel: from as Channel, subjectId: "it", number: "HS-7" };
  expect(channels.map((channel) => channelTable[from as Channel][channel]).join(" ")).toBe(row);
  for (const channel of channels) {
    const entry = channelTable[from as Channel][channel];
    expect(entryInto(now, channel, "另有安排").ok).toBe(entry !== "refused");
    expect(entryInto(now, channel, undefined).ok).toBe(entry === "enters");
  }
});

it.each([
  ["list", "alreadyListed"],
  ["whistle", "inWhistle"],
  ["forum", "inForum"],
  ["order", "inOrder"],
  ["settled", "isSettled"],
] as const)("names the thing in %s that holds a problem", (channel, code) => {
  expect(entryInto({ channel, subjectId: "it", number: "HS-7" }, channel, "另有安排")).toEqual({
    ok: false,
    refusal: { code, values: { number: "HS-7" } },
  });
});
