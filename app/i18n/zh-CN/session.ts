export const session = {
  error: {
    minutes: "请填写 1 至 600 之间的整数分钟",
    otherNeedsNote: "选“其他”时请写明具体结果",
  },
};
