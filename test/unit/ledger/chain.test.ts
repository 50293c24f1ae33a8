import { describe, expect, it } from "vitest";
import { type ChainedEntry, chainStart, chainText, findChainFaults } from "~/ledger/chain";

const sign = (text: string) => `signed:${text.length}:${text}`;

function chainOf(length: number) {
  const rows: (ChainedEntry & { hash: string })[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const entry = {
      sequence,
      at: "2026-11-22T00:00:00.000Z",
      personId: "p",
      postId: "q",
      verb: "task.acknowledge",
      subjectKind: "task",
      subjectId: String(sequence),
      scopeUnitId: null,
      before: null,
      after: "{}",
      previousHash: rows.at(-1)?.hash ?? chainStart,
    };
    rows.push({ ...entry, hash: sign(chainText(entry)) });
  }
  return rows;
}

describe("the ledger's chain", () => {
  it("is whole when nothing was touched", () => {
    expect(findChainFaults(chainOf(5), sign)).toEqual([]);
  });

  it("names the changed row", () => {
    const rows = chainOf(5);
    rows[2] = { ...rows[2]!, after: '{"forged":true}' };
    expect(findChainFaults(rows, sign)).toEqual([{ sequence: 3, fault: "changed" }]);
  });

  it("names the missing row, also the first", () => {
    expect(findChainFaults(chainOf(5).toSpliced(1, 1), sign)).toEqual([{ sequence: 2, fault: "missing" }]);
    expect(findChainFaults(chainOf(5).slice(1), sign)).toEqual([{ sequence: 1, fault: "missing" }]);
  });

  it("names rows that changed places", () => {
    const rows = chainOf(4);
    const [second, third] = [rows[1]!, rows[2]!];
    rows[1] = { ...third, sequence: 2 };
    rows[2] = { ...second, sequence: 3 };
    expect(findChainFaults(rows, sign).map((fault) => fault.sequence)).toContain(2);
    expect(findChainFaults(rows, sign).map((fault) => fault.sequence)).toContain(3);
  });

  it("names a row that was signed again with another past", () => {
    const rows = chainOf(3);
    const forged = { ...rows[1]!, previousHash: "f".repeat(64) };
    rows[1] = { ...forged, hash: sign(chainText(forged)) };
    expect(findChainFaults(rows, sign)).toContainEqual({ sequence: 2, fault: "reordered" });
  });
});
