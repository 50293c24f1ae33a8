import { expect, it } from "vitest";
import { Metrics } from "~server/http/metrics";
import { newCounters } from "~server/live/stats";

const gauges = { rooms: 3, connections: 12, waitingUpdates: 0, bufferedBytes: 0 };

it("shows what the live rooms count, as it is when it is asked for", async () => {
  const counters = newCounters();
  const metrics = new Metrics(() => ({ ...counters, ...gauges }));
  const lines = async () => (await metrics.text()).split("\n");
  counters.framesIn = 7;
  counters.closed = { 4401: 2, 1012: 1 };
  counters.malformed.unknownMessage = 4;
  expect(await lines()).toEqual(
    expect.arrayContaining([
      "# TYPE huishang_live_frames_in counter",
      "huishang_live_frames_in 7",
      'huishang_live_closed{code="4401"} 2',
      'huishang_live_closed{code="1012"} 1',
      'huishang_live_malformed{reason="unknownMessage"} 4',
      'huishang_live_malformed{reason="textFrame"} 0',
      "# TYPE huishang_live_rooms gauge",
      "huishang_live_rooms 3",
    ]),
  );
  counters.framesIn = 9;
  counters.commitSeconds = 0.25;
  expect(await lines()).toEqual(
    expect.arrayContaining(["huishang_live_frames_in 9", "huishang_live_commit_seconds 0.25"]),
  );
});

it("shows the process itself", async () => {
  const metrics = new Metrics(() => ({ ...newCounters(), ...gauges }));
  const text = await metrics.text();
  expect(text).toMatch(/^huishang_process_resident_memory_bytes \d+$/m);
  expect(text).toMatch(/^huishang_process_uptime_seconds \d+(\.\d+)?$/m);
  expect(text).toContain("huishang_nodejs_eventloop_lag_p99_seconds");
  expect(metrics.contentType).toContain("text/plain; version=0.0.4");
});
