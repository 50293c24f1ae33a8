import { fonts, grid, latinFont, sizes } from "./paperLayout";

const head = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const face = (font: string) =>
  `<w:rFonts w:ascii="${latinFont}" w:hAnsi="${latinFont}" w:eastAsia="${font}" w:cs="${latinFont}" w:hint="eastAsia"/>`;

const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;

const exact = `<w:spacing w:before="0" w:after="0" w:line="${grid.linePitch}" w:lineRule="exact"/>`;

/**
 * What holds for every paragraph. Lines fill a page to the last one, and punctuation does not hang out of a line: so
 * that a line holds 28 characters, and the same ones everywhere.
 */
const everyParagraph = '<w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:snapToGrid w:val="0"/>';

/** The levels of headings (GB/T 9704): 一、 in HeiTi, （一） in KaiTi, 1. and （1） as the text. */
const headings = [fonts.heading, fonts.subheading, fonts.body, fonts.body].map((font, at) => {
  const level = at + 1;
  const keeps = level <= 2 ? "<w:keepNext/>" : "";
  return `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr>${keeps}<w:outlineLvl w:val="${at}"/></w:pPr><w:rPr>${face(font)}</w:rPr></w:style>`;
});

/** The styles of official papers as a Word file keeps them. */
export function paperStyles(): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles ${head}><w:docDefaults><w:rPrDefault><w:rPr>${face(fonts.body)}${size(sizes.body)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${everyParagraph}</w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${everyParagraph}${exact}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="10"/><w:qFormat/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr>${face(fonts.title)}${size(sizes.title)}</w:rPr></w:style>${headings.join("")}<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;
}
