import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { isAllowedLink } from "~/record/document/allowedLink";
import { type NoteNode, noteSchema, noteText } from "~/record/document/noteSchema";
import { readElements } from "~/record/document/readElements";

const text = (words: string, marks?: object[]) => ({ type: "text", text: words, ...(marks && { marks }) });
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const link = (href: string) => ({ type: "link", attrs: { href } });

/** Notes as tiptap writes them into the shared document. */
function written(...content: object[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment("notes/a");
  return prosemirrorJSONToYXmlFragment(noteSchema(), { type: "doc", content }, fragment);
}

/** Notes as anybody could write them. */
function raw(build: (fragment: Y.XmlFragment) => void): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment("notes/a");
  build(fragment);
  return fragment;
}

function element(
  name: string,
  attributes: Record<string, unknown>,
  ...children: (Y.XmlElement | Y.XmlText)[]
) {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
}

const isValid = (note: NoteNode) => {
  noteSchema().nodeFromJSON(note).check();
  return true;
};

const kindsIn = (note: NoteNode): string[] => [note.type, ...(note.content ?? []).flatMap(kindsIn)];

describe("notes held as elements", () => {
  it("come back as tiptap wrote them", () => {
    const content = [
      { type: "heading", attrs: { level: 3 }, content: [text("议题")] },
      paragraph(
        text("由"),
        { type: "mention", attrs: { kind: "unit", id: "u1", label: "区住建局" } },
        text("牵头", [{ type: "bold" }]),
      ),
      {
        type: "orderedList",
        attrs: { start: 3 },
        content: [{ type: "listItem", content: [paragraph(text("一"))] }],
      },
      {
        type: "bulletList",
        content: [
          {
            type: "listItem",
            content: [paragraph(text("二", [{ type: "italic" }, link("https://a.cn/x")]))],
          },
        ],
      },
      {
        type: "table",
        content: [
          {
            type: "tableRow",
            content: [{ type: "tableHeader", attrs: { colspan: 2 }, content: [paragraph(text("头"))] }],
          },
          {
            type: "tableRow",
            content: ["甲", "乙"].map((cell) => ({ type: "tableCell", content: [paragraph(text(cell))] })),
          },
        ],
      },
      { type: "blockquote", content: [paragraph(text("引"), { type: "hardBreak" }, text("文"))] },
      { type: "horizontalRule" },
    ];
    const fragment = written(...content);
    const note = readElements(fragment);
    expect(isValid(note)).toBe(true);
    expect(note).toEqual(yXmlFragmentToProseMirrorRootNode(fragment, noteSchema()).toJSON());
    expect(noteText(note)).toBe("议题\n由@区住建局牵头\n一\n二\n头\n甲\n乙\n引\n文");
  });

  it("are one empty paragraph when there are none", () => {
    const empty = { type: "doc", content: [{ type: "paragraph" }] };
    expect([readElements(null), readElements(raw(() => undefined))]).toEqual([empty, empty]);
  });

  it("keep the words of nodes that the schema does not know", () => {
    const note = readElements(
      raw((fragment) =>
        fragment.insert(0, [
          element("iframe", { src: "https://evil" }, new Y.XmlText("留一")),
          element("paragraph", {}, element("script", {}, new Y.XmlText("留二")) as never),
          element("constructor", {}, element("paragraph", {}, new Y.XmlText("留三"))),
          element("tableRow", {}, element("tableCell", {}, element("paragraph", {}, new Y.XmlText("留四")))),
          element(
            "heading",
            {},
            element(
              "bulletList",
              {},
              element("listItem", {}, element("paragraph", {}, new Y.XmlText("留五"))),
            ),
          ),
          element("bulletList", {}, element("paragraph", {}, new Y.XmlText("留六"))),
        ]),
      ),
    );
    expect(isValid(note)).toBe(true);
    expect(noteText(note)).toBe("留一\n留二\n留三\n留四\n留五\n留六");
    expect(kindsIn(note)).not.toContain("iframe");
  });

  it("lose marks, attributes and links that are not allowed", () => {
    const words = new Y.XmlText();
    words.insert(0, "甲", { link: { href: "javascript:alert(1)" }, bold: {}, onclick: {} });
    words.insert(1, "乙", {
      link: { href: "/desk/tasks/1", target: "_top", onclick: "x" },
      "italic--abcdefgh": {},
    });
    words.insertEmbed(2, { image: "x" });
    const note = readElements(
      raw((fragment) => fragment.insert(0, [element("heading", { level: 1, onclick: "x" }, words)])),
    );
    expect(note.content).toEqual([
      {
        type: "heading",
        attrs: { level: 4 },
        content: [
          { type: "text", text: "甲", marks: [{ type: "bold" }] },
          {
            type: "text",
            text: "乙",
            marks: [
              {
                type: "link",
                attrs: {
                  href: "/desk/tasks/1",
                  target: null,
                  rel: "noopener noreferrer nofollow",
                  class: null,
                  title: null,
                },
              },
              { type: "italic" },
            ],
          },
        ],
      },
    ]);
  });

  it("keep the bounds of tables and mentions", () => {
    const note = readElements(
      raw((fragment) =>
        fragment.insert(0, [
          element(
            "table",
            {},
            element(
              "tableRow",
              {},
              element("tableCell", { colspan: 1e9, rowspan: "<b>", align: "x", colwidth: "1" }),
            ),
          ),
          element(
            "paragraph",
            {},
            element("mention", { kind: "god", id: "1", label: "x" }) as never,
            new Y.XmlText("后"),
          ),
        ]),
      ),
    );
    expect(isValid(note)).toBe(true);
    expect(note.content?.[0]?.content?.[0]?.content?.[0]?.attrs).toMatchObject({
      colspan: 1,
      rowspan: 1,
      align: null,
    });
    expect(note.content?.[1]?.content).toEqual([{ type: "text", text: "后" }]);
  });

  it("are read however deep or strange they are", () => {
    const deep = raw((fragment) => {
      let parent: Y.XmlFragment = fragment;
      for (let depth = 0; depth < 3_000; depth++) {
        const child = new Y.XmlElement("blockquote");
        parent.insert(0, [child]);
        parent = child;
      }
      parent.insert(0, [new Y.XmlText("深")]);
    });
    expect(isValid(readElements(deep))).toBe(true);
    const odd = new Y.Doc();
    odd.getMap("notes/a").set("k", 1);
    odd.getMap("notes/a").set("m", new Y.Map());
    const seen = new Y.Doc();
    Y.applyUpdate(seen, Y.encodeStateAsUpdate(odd));
    expect(readElements(seen.getXmlFragment("notes/a"))).toEqual(readElements(null));
    const list = new Y.Doc();
    list.getArray("notes/a").insert(0, [1, "x", new Y.Map(), new Y.Text("y"), new Y.Array()]);
    const listed = new Y.Doc();
    Y.applyUpdate(listed, Y.encodeStateAsUpdate(list));
    expect(isValid(readElements(listed.getXmlFragment("notes/a")))).toBe(true);
  });
});

describe("links", () => {
  it.each(["https://www.nc.gov.cn/a?b=c#d", "http://x.cn", "/desk/days/2026-11", "HTTPS://X.CN/积水"])(
    "may lead to %s",
    (address) => {
      expect(isAllowedLink(address)).toBe(true);
    },
  );

  it.each([
    ...[
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      " javascript:alert(1)",
      "java\nscript:alert(1)",
      "data:text/html,x",
    ],
    ...[
      "//evil.cn",
      "/\\evil.cn",
      "\\\\evil.cn",
      "https:evil.cn",
      "https://",
      "http:///x",
      "ftp://x.cn",
      "mailto:a@b.cn",
    ],
    ...[
      "",
      "desk",
      "vbscript:x",
      "\u0001https://x.cn",
      "https://x.cn/\u0000",
      `https://x.cn/${"a".repeat(3_000)}`,
    ],
  ])("may not lead to %j", (address) => {
    expect(isAllowedLink(address)).toBe(false);
  });

  it("are addresses", () => {
    for (const value of [null, undefined, 1, {}, ["https://x.cn"]]) expect(isAllowedLink(value)).toBe(false);
  });
});
