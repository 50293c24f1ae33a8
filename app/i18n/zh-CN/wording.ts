/** How the minutes are drafted and edited. */
export const wording = {
  edit: "编辑纪要",
  label: "“{{title}}”的纪要文字",
  preview: "看纪要全文",
  draft: "起草纪要",
  draftText: "按登记的事实和记录里标为“入纪要”的内容起草，之后一起修改。",
  draftAgain: "重新起草没有改过的",
  draftAgainText: "改过的文字不动。",
  none: "没有需要写进纪要的议题",
  noneText: "议程上没有审议的议题。",
  reads: "您可以查看，由主持人和会商办（或召集单位）修改。",
  toSlips: "在会议记录里修改议定事项",
  asDrafted: "与起草的一致",
  differs: "核稿：与起草的有 {{count}} 处不同",
  redraft: "重新起草这一项",
  redraftText: "这一项会换成按现在的事实和记录起草的文字，改过的文字不再保留。",
};
