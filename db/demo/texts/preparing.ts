/** What is written before a day, and at the meeting that prepares the next one. `{}` stands for what the moment says. */
export const preparing = {
  /** Written opinions in turn: what a unit says of a matter, and on which conditions. */
  opinions: [
    {
      position: "agreeIf",
      terms: "所需经费列入下一批次安排，开工前由牵头单位告知周边居民。",
      text: "经研究，原则同意所提方案。本单位职责范围内的手续随到随办，五个工作日内办结。建议分两步实施：先处理影响安全和通行的部分，再完善其余部分。",
    },
    {
      position: "agree",
      terms: "",
      text: "同意。已明确一名联络员，会前把现场情况和可用的力量核实清楚，会上报告。",
    },
    {
      position: "disagree",
      terms: "涉及的审批权限不在本单位，现有依据不足以先行实施，建议先由主管部门出具认定意见。",
      text: "对群众反映的情况予以认可，建议补充法律依据后再定办法，本单位愿意配合现场认定。",
    },
  ],
  letter: "对“{}”的书面意见",
  letterEnd: "（盖章件扫描）",
  brief:
    "一、到现场看清楚：影响多少户、最急的是哪一处。二、问清楚各家单位卡在哪里，缺的是人、钱还是手续。三、会前三天交调研记录，附照片。",
  visit: {
    title: "{}现场",
    people: "街道社区管理办公室、居民区书记、居民代表三人",
    notes: [
      "早高峰在现场看了四十分钟，和居民说的一致。最急的一处已经做了临时围护。",
      "居民区书记反映，去年也协调过一次，因为没有明确谁出钱停了下来。居民愿意配合施工时间。",
      "物业当场表示可以提供堆料场地和用电；其余要等主管部门的意见。",
    ],
    caption: "现场情况（{}）",
  },
  paper: {
    title: "{}情况说明",
    lead: "一、基本情况",
    coordination: "二、协调情况",
    question: "三、提请会商事项",
  },
  problemPhoto: "居民区拍摄",
  handledPhoto: "完工以后",
  verifiedPhoto: "核查现场",
  signedMinutes: "会议纪要签发稿",
  weekly: {
    title: "下月会商日筹备会",
    startsAt: "14:00",
    place: "区政务服务中心二楼会商室",
    agenda: ["下月会商日问题清单初步情况", "跨街镇的老旧小区雨污混接怎样合并提请", "会前调研的安排"],
    people: ["会商办经办人"],
  },
} as const;
