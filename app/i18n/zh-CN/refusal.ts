export const refusal = {
  notFound: "没有找到。",
  notAllowed: "您现在的岗位没有这项权限。",
  invalid: "请检查填写的内容。",
  changedMeanwhile: "内容刚刚被别人修改过，请看过新的内容后再试。",
  wrongStage: "会商日目前所处的环节不能做这一步。",
  wrongPassword: "账号或密码不正确。",
  tooManyAttempts: "失败次数过多，请15分钟后再试。",
  noPost: "该账号目前没有任职岗位，请联系区会商办。",
};
