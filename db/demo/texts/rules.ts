/** What two streets and a department report about the rules, so many days ago. */
export const ruleReports = [
  {
    account: "street-wjc",
    daysAgo: 9,
    rule: "window.cutOffDay",
    text: "每月20日截止，月底居民代表会议上提的事只能等下个月，三件事因此晚报了一个多月。",
    about: "",
  },
  {
    account: "street-fyl",
    daysAgo: 6,
    rule: "lists.classes",
    text: "加装电梯的事这半年报了四件，只能归到“住房物业”，查起来不好找。",
    about: "",
  },
  {
    account: "dept-construction",
    daysAgo: 1,
    rule: "agenda.materialsDaysBefore",
    text: "材料会前3天才到，涉及管线的事来不及到现场看。",
    about: "",
  },
];

/** The next version that the office proposes; it answers the reports that came before. */
export const rulesProposed = {
  title: "云川区基层会商日工作规则（修订）",
  documentNumber: "云会商规〔{}〕2号",
  cutOffDay: 25,
  closesAtHour: 17,
  newClass: {
    code: "lifts",
    zh: "加装电梯",
    en: "Lifts for old buildings",
    source: "本区街镇反映",
    parent: "other",
    words: "电梯、加梯",
  },
  answer: "已写入修订稿，通过后从下一个征集期起执行。",
};
