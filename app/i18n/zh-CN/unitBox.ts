/** The field in which a unit is typed. */
export const unitBox = {
  type: "输入名称、简称或拼音首字母",
  typeMore: "输入名称、简称或拼音首字母，可选多个",
  none: "没有找到这样的单位，请换个说法",
  found: "找到{{count}}个单位，用上下键选择，回车确定",
  remove: "移除{{unit}}",
};
