import { bzpDecisions } from "./decisions-bzp";
import { dhmDecisions } from "./decisions-dhm";
import { fylDecisions } from "./decisions-fyl";
import { hftDecisions } from "./decisions-hft";
import { jjlDecisions } from "./decisions-jjl";
import { lqtDecisions } from "./decisions-lqt";
import { ncdDecisions } from "./decisions-ncd";
import { qsyDecisions } from "./decisions-qsy";
import { stsDecisions } from "./decisions-sts";
import { wjcDecisions1 } from "./decisions-wjc-1";
import { wjcDecisions2 } from "./decisions-wjc-2";
import { xczDecisions } from "./decisions-xcz";
import { yxjDecisions } from "./decisions-yxj";
import type { DemoDecision } from "./shapes";

export const decisions: DemoDecision[] = [
  ...wjcDecisions1,
  ...wjcDecisions2,
  ...lqtDecisions,
  ...dhmDecisions,
  ...xczDecisions,
  ...yxjDecisions,
  ...bzpDecisions,
  ...qsyDecisions,
  ...hftDecisions,
  ...jjlDecisions,
  ...stsDecisions,
  ...ncdDecisions,
  ...fylDecisions,
];
