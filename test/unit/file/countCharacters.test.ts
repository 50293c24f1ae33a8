import { describe, expect, it } from "vitest";
import { countCharacters } from "~server/workers/countCharacters";
import { officeFile, pdf } from "../../builders/files";

const word = (body: string) =>
  officeFile("wordprocessingml.document.main+xml", {
    "word/document.xml": `<w:document xmlns:w="w">${body}</w:document>`,
    "word/header1.xml": '<w:hdr xmlns:w="w"><w:t>页眉</w:t></w:hdr>',
  });

describe("how many characters a file says", () => {
  it("counts the words of a Word file, without spaces, heads and what is no text", async () => {
    const body = "<w:p><w:t>路灯 不亮，</w:t><w:tab/><w:t>共3盏</w:t><w:instrText>PAGE</w:instrText></w:p>";
    expect(await countCharacters(word(body), "docx")).toBe(8);
  });

  it("counts the texts of a workbook and of slides", async () => {
    const workbook = officeFile("spreadsheetml.sheet.main+xml", {
      "xl/sharedStrings.xml": "<sst><si><t>路名</t></si><si><r><t>盏数</t></r></si></sst>",
      "xl/worksheets/sheet1.xml":
        '<worksheet><c t="inlineStr"><is><t>另计</t></is></c><c><v>12</v></c></worksheet>',
    });
    expect(await countCharacters(workbook, "xlsx")).toBe(6);
    const slides = officeFile("presentationml.presentation.main+xml", {
      "ppt/slides/slide1.xml": '<p:sld xmlns:p="p" xmlns:a="a"><a:t>现状</a:t></p:sld>',
      "ppt/slides/slide2.xml": '<p:sld xmlns:p="p" xmlns:a="a"><a:t>方案</a:t></p:sld>',
    });
    expect(await countCharacters(slides, "pptx")).toBe(4);
  });

  it("leaves open what it cannot read, and refuses nothing for that", async () => {
    expect(await countCharacters(pdf("words"), "pdf")).toBeNull();
    expect(await countCharacters(word("<w:p><w:t>没有结束"), "docx")).toBeNull();
  });
});
