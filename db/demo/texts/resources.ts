/** Something that the demo's first street needs for one of its problems; days are counted from today. */
interface DemoNeed {
  kind: "people" | "money" | "site" | "equipment" | "other";
  amount: string;
  from: number;
  until: number | null;
  words: string;
}

/** What a unit offers; `to` says to which of the needs, and `takes` how much of it is taken. */
interface DemoOffer extends DemoNeed {
  /** Unit that offers, by its slug. */
  by: string;
  behalfOf?: string;
  broughtBy?: string;
  conditions?: string;
  to?: number;
  takes?: { need: number; amount: string };
}

/** What is needed. The first is promised, the second has an offer that waits, the third offers that match, the last nothing. */
export const demoNeeds: readonly DemoNeed[] = [
  {
    ...{ kind: "people", amount: "20", from: 5, until: 25 },
    words: "整改期间现场值守和维持秩序的人员，每天分两班。",
  },
  {
    ...{ kind: "money", amount: "12万", from: 10, until: null },
    words: "整改经费，街道自筹以后的缺口部分。",
  },
  {
    ...{ kind: "site", amount: "1", from: 7, until: 60 },
    words: "整改期间临时周转用，堆放材料、分流车辆，离现场不超过五百米。",
  },
  { ...{ kind: "equipment", amount: "2", from: 5, until: 12 }, words: "移动照明车，夜间施工和巡查用。" },
];

/** What is offered. */
export const demoOffers: readonly DemoOffer[] = [
  {
    ...{ kind: "people", amount: "30", from: 1, until: 40, by: "sanitation" },
    words: "环卫机动班组，可夜间作业。",
    conditions: "午餐由用人单位安排，提前三天通知。",
    takes: { need: 0, amount: "20" },
  },
  {
    ...{ kind: "money", amount: "8万元", from: 0, until: null, by: "construction", to: 1 },
    words: "可从年度养护经费中调剂。",
    conditions: "限用于市政道路红线以内。",
  },
  {
    ...{ kind: "site", amount: "2", from: 0, until: 90, by: "market-supervision" },
    ...{ behalfOf: "云川合众商贸有限公司", broughtBy: "区市场监督管理局" },
    words: "商场地面停车场，晚上七点以后可用。",
    conditions: "自行管理秩序，用后清扫。",
  },
  {
    ...{ kind: "site", amount: "1", from: 20, until: 200, by: "culture" },
    words: "文化馆室外广场，周末可用。",
  },
  {
    ...{ kind: "equipment", amount: "1", from: 30, until: 60, by: "city-works" },
    words: "路面切割机一台，含操作人员。",
  },
  {
    ...{ kind: "other", amount: "500", from: 0, until: 60, by: "civil-affairs" },
    ...{ behalfOf: "云川爱心社会工作服务中心", broughtBy: "区民政局" },
    words: "入户宣传折页，可代为印制。",
  },
];
