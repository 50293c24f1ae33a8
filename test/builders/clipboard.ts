// Written by hand after what the programs put on the clipboard, with its order, its quoting and its rubbish.

const wordHead = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/zhou/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml>
 <o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings>
</xml><![endif]-->
<!--[if gte mso 9]><xml>
 <w:WordDocument><w:View>Normal</w:View><w:TrackMoves/><w:PunctuationKerning/></w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:Wingdings; panose-1:5 0 0 0 0 0 0 0 0 0;}
 p.MsoNormal, li.MsoNormal {mso-style-parent:""; text-align:justify; font-size:10.5pt;}
 @list l0 {mso-list-id:1234;}
-->
</style>
<!--[if gte mso 10]>
<style>
 table.MsoNormalTable {mso-style-name:普通表格;}
</style>
<![endif]-->
</head>

<body lang=ZH-CN style='tab-interval:21.0pt;word-wrap:break-word'>
<!--StartFragment-->
`;

const wordFoot = `
<!--EndFragment-->
</body>

</html>
`;

const run = (words: string) =>
  `<span style='font-size:16.0pt;font-family:仿宋;mso-ascii-font-family:"Times New Roman"'>${words}</span>`;
const end = "<span lang=EN-US style='font-size:16.0pt;font-family:仿宋'><o:p></o:p></span>";

/** A paragraph of Word's that its list numbers: `level` from 1, `font` that of the marker. */
export function wordItem(level: number, marker: string, words: string, font = "等线"): string {
  return `<p class=MsoListParagraph style='margin-left:${level * 22}.0pt;mso-para-margin-left:0gd;
text-indent:-22.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=EN-US
style='font-size:16.0pt;font-family:${font};mso-bidi-font-family:${font}'><span style='mso-list:Ignore'>${marker}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${run(words)}${end}</p>
`;
}

/** Part of a draft of minutes as Word puts it on the clipboard. */
export const fromWord = `${wordHead}
<h1><span style='font-family:黑体'>一、东街路灯<o:p></o:p></span></h1>

<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'>${run("　　会议听取了区建管委汇报，东街")}<span
style='font-size:16.0pt;font-family:仿宋'>共有路灯<b style='mso-bidi-font-weight:normal'>二十盏</b>不
亮</span><span class=msoDel><del cite="mailto:zhou" datetime="2026-11-20T10:11">，拟不处理</del></span><span
class=msoIns><ins cite="mailto:zhou" datetime="2026-11-20T10:12">，月底前修复</ins></span>。${end}</p>

<p class=MsoNormal><span lang=EN-US style='font-size:16.0pt'><o:p>&nbsp;</o:p></span></p>

<h2>${run("分工")}</h2>

${wordItem(1, "1.", "区建管委更换灯具")}${wordItem(2, "o", "先主路", "&quot;Courier New&quot;")}${wordItem(
  2,
  "o",
  "后支路",
  "&quot;Courier New&quot;",
)}${wordItem(1, "2.", "街道通知居民")}
<p class=MsoNormal>${run("要求：")}${end}</p>

${wordItem(1, "l", "夜间施工", "Wingdings")}${wordItem(1, "l", "设置围挡", "Wingdings")}
<p class=MsoNormal align=center style='text-align:center'><span lang=EN-US><!--[if gte vml 1]><v:shapetype
 id="_x0000_t75" coordsize="21600,21600"><v:stroke joinstyle="miter"/></v:shapetype><v:shape id="pic" style='width:300pt'>
 <v:imagedata src="file:///C:/Users/zhou/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" o:title=""/>
</v:shape><![endif]--><![if !vml]><img width=400 height=300
src="file:///C:/Users/zhou/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png" v:shapes="pic"><![endif]><o:p></o:p></span></p>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=277 valign=top style='width:207.4pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt'>
  <p class=MsoNormal>${run("单位")}${end}</p>
  </td>
  <td width=277 colspan=2 valign=top style='width:207.4pt'>
  <p class=MsoNormal>${run("时限")}${end}</p>
  </td>
 </tr>
 <tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'>
  <td width=277 valign=top><p class=MsoNormal>${run("区建管委")}${end}</p></td>
  <td width=138 valign=top>${wordItem(1, "1.", "主路月中")}</td>
  <td width=138 valign=top><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td>
 </tr>
</table>

<p class=MsoNormal>${run("详见")}<a href="https://www.qingshi.gov.cn/lamps"><span style='color:#0563C1;text-decoration:underline'>通知</span></a>${run(
  "和",
)}<a href="file:///C:/notice.docx">${run("附件")}</a>${run("。")}${end}</p>
${wordFoot}`;

/** Part of a draft of minutes as WPS Writer puts it on the clipboard. */
export const fromWps = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type  content="text/html; charset=utf-8" ><meta name=Generator  content="WPS Office" ><!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]--><style>
@font-face{
font-family:"Times New Roman";
}
p.MsoNormal{mso-style-name:正文;margin:0pt;}
</style></head><body style="tab-interval:21pt;" ><!--StartFragment--><p class=MsoTitle  align=center  style="text-align:center;" ><b><span style="mso-spacerun:'yes';font-family:方正小标宋简体;font-weight:bold;font-size:22.0000pt;" ><font face="方正小标宋简体" >会议要点</font></span></b><b><span style="font-weight:bold;" ><o:p></o:p></span></b></p><p class=MsoNormal ><span style="mso-spacerun:'yes';font-family:仿宋;" ><font face="仿宋" >南弄下水道</font><font face="Times New Roman" >&nbsp;</font></span><span style="mso-spacerun:'yes';font-family:仿宋;font-weight:bold;" ><font face="仿宋" >年底前疏通</font></span><span style="mso-spacerun:'yes';" ><o:p></o:p></span></p><p class=MsoNormal ><span style="mso-spacerun:'yes';" ><o:p>&nbsp;</o:p></span></p><p class=MsoNormal  style="margin-left:0.0000pt;text-indent:24.0000pt;mso-list:l0 level1 lfo1;" ><![if !supportLists]><span style="font-family:仿宋;font-size:16.0000pt;" ><span style='mso-list:Ignore;' >（三）<span>&nbsp;</span></span></span><![endif]><span style="mso-spacerun:'yes';font-family:仿宋;" ><font face="仿宋" >区水务局疏通</font></span><span><o:p></o:p></span></p><p class=MsoNormal  style="text-indent:24.0000pt;mso-list:l0 level1 lfo1;" ><!--[if !supportLists]--><span style="font-family:仿宋;" ><span style='mso-list:Ignore;' >（四）</span></span><!--[endif]--><span style="font-family:仿宋;" ><font face="仿宋" >街道巡查</font></span></p><p class=MsoNormal ><img width="553"  height="311"  src="file:///C:\\Users\\zhou\\AppData\\Local\\Temp\\ksohtml\\wps1.jpg" ><span><o:p></o:p></span></p><!--EndFragment--></body></html>`;
