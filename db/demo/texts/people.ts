import type { DemoFormerHolding } from "./shapes";

export { posts } from "./posts";

/** Who held a post before; the present holder of that title is in posts. */
export const formerHoldings: DemoFormerHolding[] = [
  {
    unitSlug: "construction",
    titleZh: "综合协调科科长",
    nameZh: "顾长林",
    monthsAgoFrom: 40,
    monthsAgoTo: 9,
  },
  {
    unitSlug: "wjc",
    titleZh: "街道社区管理办公室主任",
    nameZh: "钱月琴",
    monthsAgoFrom: 52,
    monthsAgoTo: 14,
  },
  {
    unitSlug: "district-office",
    titleZh: "区会商办主任",
    nameZh: "范建国",
    monthsAgoFrom: 70,
    monthsAgoTo: 22,
  },
  {
    unitSlug: "hft",
    titleZh: "街道城市运行管理中心主任",
    nameZh: "盛宝泉",
    monthsAgoFrom: 36,
    monthsAgoTo: 5,
  },
  {
    unitSlug: "wjc-sanying",
    titleZh: "三营里居民区党总支书记",
    nameZh: "江素珍",
    monthsAgoFrom: 84,
    monthsAgoTo: 18,
  },
  {
    unitSlug: "housing",
    titleZh: "物业和修缮管理科科长",
    nameZh: "戴国华",
    monthsAgoFrom: 48,
    monthsAgoTo: 11,
  },
];
