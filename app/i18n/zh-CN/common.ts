export const common = {
  signIn: {
    title: "登录",
    lead: "供区、街镇、部门和社区的工作人员使用。居民查看办理结果无需登录。",
    account: "账号",
    password: "密码",
    submit: "登录",
  },
  nav: {
    plan: "计划",
    day: "本月会商日",
    problems: "问题",
    tasks: "任务",
    published: "公示",
    units: "单位",
    accounts: "账号",
    ledger: "台账",
    desk: "我的工作",
  },
  errorPage: {
    title: "此页无法显示",
    "404": { title: "没有这个页面", text: "地址可能有误，或者您无权查看。请检查地址，或从首页重新进入。" },
    "403": { title: "不能这样做", text: "您现在的岗位没有这项权限。如需办理，请联系区会商办。" },
    "400": { title: "请求无法识别", text: "请返回上一页重试。" },
    "409": { title: "现在不能这样做", text: "情况已经变化。请返回上一页，刷新后再试。" },
    "413": { title: "提交的内容太大", text: "没有保存。请返回上一页，减少内容后重新提交。" },
    "500": { title: "系统出错了", text: "错误已记录。请稍后重试；您已保存的内容不会丢失。" },
  },
  error: {
    required: "请填写此项",
    tooLong: "内容太长",
    date: "请填写日期，如 2026-11-20",
  },
};
