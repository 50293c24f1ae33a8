/** What an agenda needs before its meeting: time, approval, papers, and what waits for a place on it. */
export const agenda = {
  planned: {
    label: "会议时长（分钟）",
    term: "计划时长",
    hint: "不填的，按规则为 {{count}} 分钟。",
  },
  time: {
    clock: "{{from}}–{{until}}",
    left: "尚余 {{minutes}} 分钟。",
    over: "超出 {{minutes}} 分钟。",
    late: "超出会议时长",
    noStart: "会议开始时间未定，各项的时刻待定后自动排出。",
  },
  approval: {
    title: "主持人审定",
    standing: {
      none: "未送审",
      asked: "已送审，待审定",
      askedOther: "送审后又有改动",
      approved: "已审定",
      takenBack: "审定后又有改动，须重新审定",
      returned: "已退回修改",
    },
    askedAt: "送审时间：",
    late: "晚于规则规定的日期。",
    hash: "审定稿校验值 {{hash}}",
    ask: "送主持人审定",
    approve: "同意，审定议程",
    return: "退回修改",
    returnText: "议程退回召集单位，您写的意见会显示在议程页上。",
    words: "要改什么",
    without: "现在的议程未经主持人审定。",
  },
  error: {
    minutes: "请填 10 到 720 之间的整数",
  },
};
