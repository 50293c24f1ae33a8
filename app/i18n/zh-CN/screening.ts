/** The page of screening: its queue, its keys, the way to the agenda. */
export const screening = {
  queue: "待筛选和已决定的问题",
  allDecided: "全部问题都已决定。",
  back: "返回筛选队列",
  mark: {
    late: "迟报",
    failed: "{{count}} 项不符合",
    toJudge: "{{count}} 项待判断",
    similar: "相似 {{count}}",
  },
  whyHint: "反映问题的一方会看到。回车确认，Shift + 回车换行。",
  last: "刚才的决定：“{{title}}”{{decision}}",
  stands: "决定不能撤回",
  way: {
    day: "到会商日页面",
    agenda: "到议程",
    room: "到会议现场",
    minutes: "看会议纪要",
    problem: "到问题页面",
  },
  admitted: "已列入议程 {{count}} 件，规则规定一次最多 {{most}} 个议题。",
  over: "超出 {{count}} 件，印发议程时须写明理由并经批准。",
  toAgenda: "查看议程",
  key: { choose: "选择原因，或并入哪一件", confirm: "确认" },
};
