import type { z } from "zod";
import type { listSchemas, RuleListName } from "./ruleLists";
import { usualClasses } from "./usualClasses";

const collecting = "议题征集的通行做法";
const hotline = "12345 热线工单的退单理由";
const unsourced = "通行做法";

/** The lists of version 1: what is practised, with where it was seen. */
export const usualLists: { [List in RuleListName]: z.input<(typeof listSchemas)[List]> } = {
  classes: usualClasses,
  tests: [
    {
      ...{
        code: "coordinated",
        zh: "会前已与涉及单位协调",
        en: "Coordinated with the units concerned before",
      },
      ...{ computes: "coordinated", source: collecting },
    },
    {
      ...{ code: "beyondOwnPower", zh: "街镇自己的权限解决不了", en: "Beyond the street's own powers" },
      ...{ computes: "ownPower", source: collecting },
    },
    {
      ...{ code: "levelByLevel", zh: "逐级提出，没有越级", en: "Raised level by level" },
      ...{ computes: "skipsLevel", source: collecting },
    },
    {
      ...{ code: "newMatter", zh: "没有正在办理的同一件事", en: "The same matter is not already in hand" },
      ...{ computes: "saidBefore", source: unsourced },
    },
    {
      ...{
        code: "dutyTakenBack",
        zh: "不属已由区级收回的事项",
        en: "Not a duty that the district has taken back",
      },
      ...{ computes: "takenBack", source: "乡镇（街道）履行职责事项清单" },
    },
    {
      ...{ code: "notImpromptu", zh: "不是临时动议", en: "Not an impromptu motion" },
      ...{ computes: "person", source: collecting },
    },
  ],
  refusalReasons: [
    {
      ...{ code: "solvableByUnit", zh: "主管单位可自行解决", en: "The competent unit can solve it" },
      source: collecting,
    },
    {
      ...{ code: "notCoordinated", zh: "相关单位尚未协调", en: "Units have not coordinated yet" },
      source: collecting,
    },
    { code: "impromptu", zh: "临时动议", en: "Impromptu motion", source: collecting },
    { code: "skipsLevel", zh: "越级提出", en: "Skips a level", source: collecting },
    { code: "incomplete", zh: "材料不齐", en: "Not complete", source: unsourced },
    { code: "outOfScope", zh: "不属会商范围", en: "Not for a consultation day", source: unsourced },
  ],
  returnReasons: [
    { code: "incomplete", zh: "必填内容不齐", en: "Required content is missing", source: unsourced },
    { code: "unclear", zh: "事项表述不清", en: "The matter is not clear", source: unsourced },
    { code: "notOurTerritory", zh: "属地不符", en: "Not our territory", source: hotline },
    { code: "notOurPower", zh: "权属不清", en: "Not clear whose power it is", source: hotline },
    { code: "overlappingPowers", zh: "职能交叉", en: "Overlapping powers", source: hotline },
  ],
  research: [
    { code: "visit", zh: "实地察看", en: "Visit to the site", source: "基层会商日的做法" },
    { code: "talk", zh: "座谈走访", en: "Talks with residents", source: unsourced },
    { code: "survey", zh: "问卷调查", en: "Survey", source: unsourced },
    { code: "followUp", zh: "跟踪回访", en: "Follow-up", source: unsourced },
  ],
};
