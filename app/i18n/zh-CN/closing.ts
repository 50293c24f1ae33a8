/** Closing a unit, and merging it into another one. */
export const closing = {
  title: "撤销或合并",
  open: "尚未了结的事项",
  nothing: "没有尚未了结的事项。",
  more: "另有{{count}}项",
  kind: {
    post: "岗位",
    community: "下属单位",
    duty: "职责清单事项（序号）",
    taskLed: "牵头的任务",
    taskHere: "属地的任务",
    taskOverseen: "督办的任务",
    list: "问题清单",
    invitation: "参会通知",
    meeting: "召集或主办的会议",
  },
  merge: "并入另一单位",
  mergeText:
    "上列事项连同岗位、任职人员和全部问题一次转到接收单位，问题编号不变。原名称保留在已印发的纪要和已办结的事项里，原网址转到接收单位。合并后不能撤回。",
  mergeConsequence: "“{{name}}”将撤销，以上全部事项转到所选单位。此操作不能撤回。",
  into: "接收单位",
  noOther: "没有同类单位可以并入。",
  writing: "有{{count}}场会议正在开会或整理纪要，该单位参加。纪要印发后再合并。",
  close: "撤销单位",
  closeText: "没有任何未了结事项的单位可以直接撤销。",
  closeConsequence: "“{{name}}”将不再出现在可选单位中，原有记录保留。",
  notYet: "还有未了结的事项，不能撤销。请先逐项办结、转出，或并入另一单位。",
};
