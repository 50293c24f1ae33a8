import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { AuthorIndex, type Writer } from "~/meeting/history/authorship";
import { handsInNotes, handsInText, type WrittenSpan } from "~/meeting/history/authorsInText";
import { restoreNotes } from "~/meeting/history/restoreNotes";
import { noteBlocks } from "~/record/difference/noteBlocks";
import { addTopic, canonicalRecord, notesOf } from "~/record/document/record";

const by = (personId: string, at = "2026-11-20T02:00:00.000Z"): Writer => ({ personId, postId: "p", at });
const found = (index: AuthorIndex, clock: number, length: number) =>
  index
    .find({ client: 1, clock, length })
    .map(({ length: long, writer }) => `${writer?.personId ?? "?"}${long}`)
    .join(" ");

describe("who wrote which items", () => {
  it("is told part by part, with what nobody knows between", () => {
    const index = new AuthorIndex();
    index.add({ client: 1, clock: 10, length: 5 }, by("甲"));
    index.add({ client: 1, clock: 20, length: 5 }, by("乙"));
    expect(found(index, 8, 20)).toBe("?2 甲5 ?5 乙5 ?3");
    expect(found(index, 12, 2)).toBe("甲2");
    expect(found(index, 15, 5)).toBe("?5");
    expect(index.find({ client: 2, clock: 0, length: 3 })).toEqual([{ clock: 0, length: 3, writer: null }]);
  });

  it("stays with whom it was first, whoever sends it again", () => {
    const index = new AuthorIndex();
    index.add({ client: 1, clock: 0, length: 5 }, by("甲"));
    index.add({ client: 1, clock: 10, length: 5 }, by("乙"));
    index.add({ client: 1, clock: 0, length: 20 }, by("丙"));
    expect(found(index, 0, 20)).toBe("甲5 丙5 乙5 丙5");
  });

  it("agrees with a plain list, whatever is added in whatever order", () => {
    let seed = 3;
    const next = (most: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % most;
    };
    for (let round = 0; round < 100; round++) {
      const index = new AuthorIndex();
      const plain: (string | null)[] = new Array(80).fill(null);
      for (let act = 0; act < 20; act++) {
        const [clock, length, who] = [next(60), 1 + next(20), `${next(3)}`];
        index.add({ client: 1, clock, length }, by(who, `2026-11-20T02:0${next(3)}:00.000Z`));
        for (let at = clock; at < clock + length; at++) plain[at] ??= who;
      }
      const read = index
        .find({ client: 1, clock: 0, length: 80 })
        .flatMap(({ length, writer }) => new Array(length).fill(writer?.personId ?? null));
      expect(read).toEqual(plain);
    }
  });
});

/** Two people's copies of a document; each edit is booked to who made it as the engine would. */
function room() {
  const wrote = new AuthorIndex();
  const deleted = new AuthorIndex();
  const shared = new Y.Doc();
  const act = (who: string, edit: (document: Y.Doc) => void) => {
    const own = new Y.Doc();
    Y.applyUpdate(own, Y.encodeStateAsUpdate(shared));
    const before = Y.encodeStateVector(own);
    edit(own);
    const update = Y.encodeStateAsUpdate(own, before);
    const { structs, ds } = Y.decodeUpdate(update);
    for (const { id, length } of structs) wrote.add({ ...id, length }, by(who));
    for (const [client, items] of ds.clients)
      for (const { clock, len } of items) deleted.add({ client, clock, length: len }, by(who));
    return update;
  };
  return {
    ...{ shared, wrote, deleted },
    does: (who: string, edit: (document: Y.Doc) => void) => Y.applyUpdate(shared, act(who, edit)),
    // Both start from the same state: neither has seen what the other does.
    atOnce: (...edits: [string, (document: Y.Doc) => void][]) => {
      const updates = edits.map(([who, edit]) => act(who, edit));
      for (const update of updates) Y.applyUpdate(shared, update);
    },
  };
}

const read = (text: string, spans: WrittenSpan[]) =>
  spans.map(({ from, to, writer }) => `${writer?.personId ?? "?"}:${text.slice(from, to)}`);

describe("the hands in a text", () => {
  it("are told apart where one writes in the middle of what another wrote", () => {
    const { shared, wrote, does } = room();
    does("甲", (document) => document.getText("t").insert(0, "东街路灯不亮"));
    does("乙", (document) => document.getText("t").insert(2, "三盏"));
    const text = shared.getText("t");
    expect(read(text.toString(), handsInText(text, wrote))).toEqual(["甲:东街", "乙:三盏", "甲:路灯不亮"]);
  });

  it("are right after two wrote at once and one deleted", () => {
    const { shared, wrote, deleted, does, atOnce } = room();
    does("甲", (document) => document.getText("t").insert(0, "一二三四五六"));
    atOnce(
      ["乙", (document) => document.getText("t").insert(6, "乙写的")],
      ["丙", (document) => document.getText("t").delete(1, 2)],
      ["丁", (document) => document.getText("t").insert(0, "丁写的")],
    );
    const text = shared.getText("t");
    expect(read(text.toString(), handsInText(text, wrote))).toEqual([
      "丁:丁写的",
      "甲:一四五六",
      "乙:乙写的",
    ]);
    const client = [...shared.store.clients.keys()].find(
      (one) => (shared.store.clients.get(one) ?? []).length > 2,
    )!;
    expect(deleted.find({ client, clock: 1, length: 2 })).toMatchObject([
      { length: 2, writer: { personId: "丙" } },
    ]);
  });
});

describe("the hands in notes", () => {
  const line = (words: string) => ({ type: "paragraph", content: [{ type: "text", text: words }] });

  function lines(shared: Y.Doc, wrote: AuthorIndex) {
    const blocks = noteBlocks(canonicalRecord(shared).topics[0]!.notes);
    const hands = handsInNotes({ document: shared, topicId: "a" }, blocks, wrote);
    return hands?.map((spans, at) => read(blocks[at]!.text, spans));
  }

  it("are told line by line, through lists, tables and mentions", () => {
    const { shared, wrote, does } = room();
    const content = [
      line("第一段"),
      { type: "bulletList", content: [{ type: "listItem", content: [line("要点")] }] },
      {
        type: "table",
        content: [
          {
            type: "tableRow",
            content: ["甲格", "乙格"].map((words) => ({
              type: "tableCell",
              attrs: { colspan: 1, rowspan: 1 },
              content: [line(words)],
            })),
          },
        ],
      },
      {
        type: "paragraph",
        content: [
          { type: "mention", attrs: { kind: "unit", id: "w", label: "建管委" } },
          { type: "text", text: "牵头" },
        ],
      },
    ];
    does("甲", (document) => {
      addTopic(document, { id: "a", title: "路灯" });
      restoreNotes(document, "a", { type: "doc", content });
    });
    does("乙", (document) => {
      const notes = notesOf(document, "a");
      notes.insert(notes.length, "负责");
    });
    expect(lines(shared, wrote)).toEqual([
      ["甲:第一段"],
      ["甲:要点"],
      ["甲:甲格\t乙格"],
      ["甲:@建管委牵头", "乙:负责"],
    ]);
  });

  it("are not guessed where the document says something else than the page", () => {
    const { shared, wrote, does } = room();
    does("甲", (document) => {
      addTopic(document, { id: "a", title: "路灯" });
      restoreNotes(document, "a", { type: "doc", content: [line("一")] });
    });
    const other = [{ kind: "paragraph" as const, depth: 0, text: "二", form: "" }];
    expect(handsInNotes({ document: shared, topicId: "a" }, other, wrote)).toBeNull();
  });
});
