// @vitest-environment jsdom
import { DOMParser } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { noteSchema } from "~/record/document/noteSchema";
import { cleanPaste } from "~/record/editor/cleanPaste.client";
import { fromWord, fromWps, wordItem } from "../../../builders/clipboard";

/** Without the white space between blocks, which says nothing. */
const clean = (html: string) => cleanPaste(html).html.replace(/>\s+</g, "><");

describe("what is pasted from Word", () => {
  it("comes as headings, paragraphs, lists in lists and tables, with nothing around them", () => {
    expect(clean(fromWord)).toBe(
      [
        "<h2>一、东街路灯</h2>",
        "<p>会议听取了区建管委汇报，东街共有路灯<b>二十盏</b>不亮，月底前修复。</p>",
        "<h3>分工</h3>",
        "<ol><li><p>区建管委更换灯具</p><ul><li><p>先主路</p></li><li><p>后支路</p></li></ul></li>",
        "<li><p>街道通知居民</p></li></ol>",
        "<p>要求：</p>",
        "<ul><li><p>夜间施工</p></li><li><p>设置围挡</p></li></ul>",
        '<table><tbody><tr><td><p>单位</p></td><td colspan="2"><p>时限</p></td></tr>',
        "<tr><td><p>区建管委</p></td><td><ol><li><p>主路月中</p></li></ol></td><td></td></tr></tbody></table>",
        '<p>详见<a href="https://www.qingshi.gov.cn/lamps">通知</a>和附件。</p>',
      ].join(""),
    );
  });

  it("leaves pictures out and counts them", () => {
    expect(cleanPaste(fromWord).images).toBe(1);
    expect(cleanPaste('<p>一<img src="data:image/png;base64,AA">二<img src=x></p>')).toEqual({
      html: "<p>一二</p>",
      images: 2,
    });
  });

  it("keeps what an article is called, and where a list begins", () => {
    expect(clean(wordItem(1, "第一条", "总则") + wordItem(1, "第二条", "职责"))).toBe(
      "<p>第一条总则</p><p>第二条职责</p>",
    );
    expect(clean(wordItem(1, "4)", "甲") + wordItem(1, "5)", "乙"))).toBe(
      '<ol start="4"><li><p>甲</p></li><li><p>乙</p></li></ol>',
    );
    expect(
      clean(wordItem(1, "1.", "甲") + wordItem(2, "1.1.", "乙") + wordItem(1, "·", "丙", "Symbol")),
    ).toBe("<ol><li><p>甲</p><ol><li><p>乙</p></li></ol></li></ol><ul><li><p>丙</p></li></ul>");
  });

  it("keeps the number that Word gives a heading", () => {
    const heading =
      "<h2 style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span><![endif]>总体情况</h2>";
    expect(clean(heading)).toBe("<h2>一、总体情况</h2>");
  });

  it("does not bring what nobody saw", () => {
    const hidden =
      "<p>看得见<span style='display:none;mso-hide:all'>看不见</span><a class=msocomanchor href='#_msocom_1'>[A1]</a></p><div style='mso-element:comment-list'><p>批注</p></div><script>alert(1)</script>";
    expect(clean(hidden)).toBe("<p>看得见</p>");
  });
});

describe("what is pasted from WPS", () => {
  it("comes as what it is", () => {
    expect(clean(fromWps)).toBe(
      [
        "<h2><b><strong>会议要点</strong></b></h2>",
        "<p>南弄下水道 <strong>年底前疏通</strong></p>",
        '<ol start="3"><li><p>区水务局疏通</p></li><li><p>街道巡查</p></li></ol>',
      ].join(""),
    );
    expect(cleanPaste(fromWps).images).toBe(1);
  });
});

describe("what is pasted from elsewhere", () => {
  it("keeps lists, marks, links that are allowed and tables of web pages", () => {
    expect(
      clean(
        `<meta charset='utf-8'><ul class="x"><li>甲 <em>乙</em></li></ul><p onclick="x" style="color:red;font-style:italic">丙<a href="javascript:alert(1)">丁</a></p>`,
      ),
    ).toBe("<ul><li>甲 <em>乙</em></li></ul><p>丙丁</p>");
  });

  it("is a table when it comes from a spreadsheet", () => {
    const sheet =
      '<table border=0 style="width:108pt"><!--StartFragment--> <colgroup><col width=72></colgroup><tr height=19><td height=19 class=xl65 width=72 style="height:14.4pt">甲</td><td>1</td></tr><!--EndFragment--></table>';
    expect(clean(sheet)).toBe("<table><tbody><tr><td>甲</td><td>1</td></tr></tbody></table>");
  });

  it("brings headings to the levels the record knows", () => {
    expect(clean("<h1>总</h1><h2>分</h2><h6>细</h6><hr>")).toBe("<h2>总</h2><h3>分</h3><h4>细</h4><hr>");
    expect(clean("<h2>总</h2><h3>分</h3><h5>细</h5>")).toBe("<h2>总</h2><h3>分</h3><h4>细</h4>");
  });

  it("leaves as it is what comes out of a record", () => {
    const own = '<p data-pm-slice="1 1 []">一<span class="mention" data-mention-id="works">@甲</span></p>';
    expect(cleanPaste(own)).toEqual({ html: own, images: 0 });
  });

  it.each([
    "",
    "<",
    "<p",
    "a < b && c > d",
    "<p><b>一</p></b>",
    "</p></td>",
    "<![if !supportLists]>",
    "<del datetime=1>",
  ])("is read however broken it is: %j", (html) => {
    expect(() => cleanPaste(html)).not.toThrow();
  });

  it.each([fromWord, fromWps, "<ul><li>甲<table><tr><td>乙</table></ul><b>丙<p>丁</p></b><td>戊"])(
    "fits the schema of the notes",
    (html) => {
      const pasted = new window.DOMParser().parseFromString(cleanPaste(html).html, "text/html");
      const note = DOMParser.fromSchema(noteSchema()).parse(pasted.body);
      expect(() => note.check()).not.toThrow();
      const words = (text: string | null) => text?.replace(/\s/g, "");
      expect(words(note.textContent)).toBe(words(pasted.body.textContent));
    },
  );

  it("brings nothing that acts", () => {
    const hostile = `<img src="https://example.org/x" onerror="alert(1)"><svg onload="alert(1)"><b>甲</b></svg>
      <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">
      <iframe srcdoc="<script>alert(1)</script>"></iframe><form action="https://example.org"><input name="body"></form>`;
    const { html } = cleanPaste(hostile);
    expect(html).not.toMatch(/<(?!\/?(?:p|b|table|tbody)>)|onerror|src|style/i);
  });

  it("is only what was copied, with the list around it", () => {
    expect(
      clean("<p>前</p><ul><!--StartFragment--><li>甲</li><li>乙</li><!--EndFragment--></ul><p>后</p>"),
    ).toBe("<ul><li>甲</li><li>乙</li></ul>");
  });
});
