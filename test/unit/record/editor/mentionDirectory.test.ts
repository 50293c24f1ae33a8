import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type MentionName, type MentionTarget, mentionsAtOnce } from "~/record/document/mention";
import { MentionDirectory } from "~/record/editor/useMentionDirectory";

const works: MentionTarget = { kind: "unit", id: "works" };
const name = { zh: "区建管委", en: "Construction" };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const answering = () =>
  vi.fn(
    async (targets: readonly MentionTarget[]): Promise<MentionName[]> =>
      targets.map((target) => ({ ...target, name: target.id === "works" ? name : null })),
  );

describe("the names of what the notes name", () => {
  it("are those the page came with, asked for no more", async () => {
    const lookUp = answering();
    const directory = new MentionDirectory([{ ...works, name }], lookUp);
    directory.ask(works);
    await vi.runAllTimersAsync();
    expect(directory.nameOf(works)).toEqual(name);
    expect(lookUp).not.toHaveBeenCalled();
  });

  it("are asked for together, once, and told to whoever shows them", async () => {
    const lookUp = answering();
    const directory = new MentionDirectory([], lookUp);
    const drawn = vi.fn();
    directory.subscribe(drawn);
    const nobody: MentionTarget = { kind: "unit", id: "nobody" };
    for (const target of [works, nobody, works]) directory.ask({ ...target });
    expect(directory.nameOf(works)).toBeUndefined();
    await vi.runAllTimersAsync();
    expect(lookUp.mock.calls).toEqual([[[works, nobody]]]);
    expect(directory.nameOf(works)).toEqual(name);
    expect(directory.nameOf(nobody)).toBeNull();
    expect(drawn).toHaveBeenCalledTimes(1);
    directory.ask(nobody);
    await vi.runAllTimersAsync();
    expect(lookUp).toHaveBeenCalledTimes(1);
  });

  it("do not go by what a mention says of itself", async () => {
    const directory = new MentionDirectory([], answering());
    directory.subscribe(() => undefined);
    const forged = { ...works, label: "区长已同意" };
    directory.ask(forged);
    await vi.runAllTimersAsync();
    expect(directory.nameOf(forged)).toEqual(name);
  });

  it("are asked for in parts when there are very many", async () => {
    const lookUp = answering();
    const directory = new MentionDirectory([], lookUp);
    directory.subscribe(() => undefined);
    for (let at = 0; at < 2 * mentionsAtOnce + 1; at++) directory.ask({ kind: "unit", id: `u${at}` });
    await vi.runAllTimersAsync();
    expect(lookUp.mock.calls.map(([targets]) => targets.length)).toEqual([mentionsAtOnce, mentionsAtOnce, 1]);
  });

  it("are asked for again when nobody answered, as long as somebody looks", async () => {
    const lookUp = answering().mockRejectedValueOnce(new Error("offline"));
    const directory = new MentionDirectory([], lookUp);
    const leave = directory.subscribe(() => undefined);
    directory.ask(works);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([lookUp.mock.calls.length, directory.nameOf(works)]).toEqual([1, undefined]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([lookUp.mock.calls.length, directory.nameOf(works)]).toEqual([2, name]);
    lookUp.mockRejectedValue(new Error("offline"));
    directory.ask({ kind: "unit", id: "water" });
    await vi.advanceTimersByTimeAsync(1_000);
    leave();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(lookUp.mock.calls.length).toBeLessThanOrEqual(4);
  });
});
