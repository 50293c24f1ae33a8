import { expect, it } from "vitest";
import { partNames, readOptions } from "../faults/options";
import { runParts } from "../faults/parts";

it("a short run of the faults finds none, and has killed, filled and asked", async () => {
  const options = readOptions([
    "--seed",
    "7",
    "--minutes",
    "1",
    "--seeds",
    "2",
    "--kills",
    "3",
    "--requests",
    "300",
  ]);
  const reports = await runParts(options, () => undefined, true);
  expect(reports.map(({ part }) => part)).toEqual([...partNames]);
  expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
  const [record, kills, disk, requests] = reports.map(({ figures }) => figures);
  expect(record!.letters).toBeGreaterThan(100);
  expect(kills!.kills).toBeGreaterThan(0);
  expect(kills!.wordsAcknowledged).toBeGreaterThan(0);
  expect(disk!.wordsStored).toBeGreaterThan(0);
  expect(Number(requests!.requests)).toBeGreaterThan(50);
});
