/** The field in which a day is typed as people say it. */
export const saidDay = {
  hint: "如：12月20日、下周五",
  pick: "从日历中选：{{field}}",
  unreadable: "没有认出是哪一天，请写成“12月20日”“下周五”“月底前”这样",
  off: "{{kind}}，不是工作日",
};
