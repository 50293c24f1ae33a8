/** 更正已签发的会议纪要，以及更正后的会议纪要。 */
export const amendment = {
  of: "更正{{minutes}}",
  begin: "更正会议纪要",
  beginText:
    "记录从签发时的内容接着写，由会商办和主持人修改。更正后的会议纪要签发之前，现行会议纪要继续有效；已经议定的事项不因更正而改变。",
  reason: "更正原因：{{reason}}",
  reasonHint: "印在更正后的会议纪要上。",
  inForce: "更正后的会议纪要签发之前，{{minutes}}继续有效，居民看到的仍是这一期。",
  toRoom: "到会商室修改",
  toDraft: "看更正稿",
  toInForce: "看现行会议纪要",
  before: "签发更正前",
  completeText: "新增 {{count}} 条议定事项，签发后各成一项任务；已有的任务不变。",
  issue: "签发更正后的会议纪要",
  issueText:
    "更正后的会议纪要按本年度顺序另编期号，替代{{minutes}}；原会议纪要仍可查阅。记录重新冻结。新增 {{count}} 条议定事项派发任务，已有的任务不变。",
  drop: "放弃更正",
  dropText: "记录恢复到签发时的内容并冻结；更正中写下的内容作为一个版本留在修改历史里。",
  adopted: "已经议定并派发任务，在这里不能修改；确有错误的，以更正说明处理。",
  missing: {
    changed: "“{{title}}”第 {{place}} 条议定事项与议定时的文字不一致：请恢复原文，要改的以更正说明处理",
    withdrawn: "“{{title}}”第 {{place}} 条议定事项已经议定，记录里却没有了：请恢复，要改的以更正说明处理",
  },
  bringBack: "恢复议定时的文字",
  replaced: "已被替代",
  replacedText: "本期会议纪要已不再有效。",
  readAmended: "看替代它的{{minutes}}",
  replaces: "更正",
};
