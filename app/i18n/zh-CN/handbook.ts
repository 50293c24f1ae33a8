/** 使用手册的页面；各章正文在 app/handbook/chapters。 */
export const handbook = {
  title: "使用手册",
  lead: "怎样办理每一件事、遇到问题怎么办，都写在这里。",
  chapters: "全部章节",
  contents: "本章内容",
  own: "（本岗位）",
  whole: "全书",
  wholeText: "在浏览器中选择“打印”，可以打印全书，每章另起一页。",
  group: { everybody: "通用", posts: "各岗位", running: "运行维护" },
  printChapter: "打印本章",
  printWhole: "打印全书",
  firstTime: "第一次使用，请看使用手册",
};
