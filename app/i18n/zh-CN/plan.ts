export const plan = {
  error: {
    number: "请填写数字",
    outOfRange: "超出可取的范围",
    weightsNotWhole: "三项权重之和须为1",
    coloursNotInOrder: "须为：蓝色天数不少于黄色，黄色不少于红色",
    notADay: "请填写日期",
    otherMonth: "日期不在该月",
    closesBeforeItOpens: "截止日不能早于开始日",
    closesAfterTheDay: "截止日须早于会商日",
    monthTwice: "该月重复",
  },
};
