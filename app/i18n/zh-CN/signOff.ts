/** How minutes are laid before the chair and signed off. */
export const signOff = {
  title: "送签和签批",
  standing: {
    none: "未送签",
    proposed: "待主持人签批",
    changed: "送签后有改动，须重新送签",
    signed: "主持人已签批",
    outdated: "签批后有改动，须重新送签",
    returned: "主持人已退回",
    takenBack: "送签后有改动，送签已失效",
  },
  demanded: "按会商规则，主持人签批以后才能签发。",
  changed: "送签以后改了什么",
  propose: "送主持人签批",
  proposeAnyway: "仍然现在送签",
  sign: "签批",
  signText: "您签批的是送签时的全文。之后改动任何一处，签批随即失效。签批人、职务和时间印在纪要上。",
  password: "请再输入一次登录密码",
  return: "退回",
  returnText: "退回以后，经办人按您的意见修改，再重新送签。",
  words: "需要修改的内容",
};
