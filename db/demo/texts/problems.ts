import { bzpProblems } from "./problems-bzp";
import { dhmProblems } from "./problems-dhm";
import { fylProblems } from "./problems-fyl";
import { hftProblems } from "./problems-hft";
import { jjlProblems } from "./problems-jjl";
import { lqtProblems } from "./problems-lqt";
import { ncdProblems } from "./problems-ncd";
import { qsyProblems } from "./problems-qsy";
import { stsProblems } from "./problems-sts";
import { wjcProblems1 } from "./problems-wjc-1";
import { wjcProblems2 } from "./problems-wjc-2";
import { xczProblems } from "./problems-xcz";
import { yxjProblems } from "./problems-yxj";
import type { DemoProblem, DemoSimilarPair } from "./shapes";

export const problems: DemoProblem[] = [
  ...wjcProblems1,
  ...wjcProblems2,
  ...lqtProblems,
  ...dhmProblems,
  ...xczProblems,
  ...yxjProblems,
  ...bzpProblems,
  ...qsyProblems,
  ...hftProblems,
  ...jjlProblems,
  ...stsProblems,
  ...ncdProblems,
  ...fylProblems,
];

/** Near duplicates: the same matter seen from two streets, or the same thing coming back. */
export const similarPairs: DemoSimilarPair[] = [
  {
    keys: ["wjc-04", "jjl-03"],
    kind: "acrossStreets",
    reasonZh: "同一条顺安路东西两段，同一改建项目遗留的路灯未移交",
  },
  { keys: ["lqt-02", "dhm-04"], kind: "acrossStreets", reasonZh: "柳濠河同一河段南北两岸，晴天排水口和混接" },
  { keys: ["xcz-05", "fyl-02"], kind: "acrossStreets", reasonZh: "汊枫公路穿过两镇，夜间重型货车扰民" },
  { keys: ["sts-03", "ncd-01"], kind: "acrossStreets", reasonZh: "塔港路下立交东西两侧，积水封路与泵站接管" },
  { keys: ["xcz-09", "yxj-04"], kind: "acrossStreets", reasonZh: "云湖大道延伸段，同一处八百米断头" },
  {
    keys: ["bzp-02", "qsy-06"],
    kind: "acrossStreets",
    reasonZh: "公交17路同一次减班缩线，上下游两地居民反映",
  },
  { keys: ["wjc-07", "wjc-12"], kind: "recurring", reasonZh: "三营路20弄12号楼飞线充电清理后再次出现" },
  { keys: ["hft-01", "hft-08"], kind: "recurring", reasonZh: "布匹街装卸占道，限时措施实施后反弹" },
];
