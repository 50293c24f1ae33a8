import { describe, expect, it } from "vitest";
import { sealTexts } from "~/ledger/sealed";

const seal = (text: string) => ({ sealed: `seal of ${text}`, length: text.length });
const kept = (state: unknown) => sealTexts(state, seal);

describe("what the ledger keeps of a state", () => {
  it("is no text, wherever it stands and whatever its field is called", () => {
    const words = { originalWording: "楼上漏水", milestones: [{ text: "先疏通", due: "2026-12-01" }] };
    expect(kept({ ...words, aFieldOfTomorrow: "zhangsan", names: ["甲"] })).toEqual({
      originalWording: seal("楼上漏水"),
      milestones: [{ text: seal("先疏通"), due: "2026-12-01" }],
      aFieldOfTomorrow: seal("zhangsan"),
      names: [seal("甲")],
    });
    expect(kept({ place: "021", title: "2026" })).toEqual({ place: seal("021"), title: seal("2026") });
  });

  it("is every code, number, day and name of an office as it was", () => {
    const state = {
      state: "refused",
      number: "EST-2026-0001",
      leadUnitId: "019aa2f0-1111-7000-8000-00000000000a",
      dueDate: "2026-12-01",
      at: "2026-12-01T02:00:00.000Z",
      month: "2026-12",
      blocked: "",
      count: 3,
      done: false,
      none: null,
      rules: { agenda: { source: "办法第三条" } },
    };
    expect(kept(state)).toEqual(state);
  });

  it("is the same when it is sealed once more", () => {
    const once = kept({ reason: "材料不齐", list: [{ note: "补" }] });
    expect(kept(once)).toEqual(once);
  });
});
