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
  error: {
    minutes: "请填 10 到 720 之间的整数",
  },
};
