export const task = {
  error: {
    day: "请填写日期",
    sayWhy: "请说明卡在哪里、下一步怎么办",
  },
};
