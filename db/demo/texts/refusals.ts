import type { DemoRefusal } from "./shapes";

export const refusals: DemoRefusal[] = [
  {
    problemKey: "wjc-11",
    code: "solvableByUnit",
    explanation:
      "菜场外早市由街道综合行政执法队管理，人手可在街道内调配，菜场内也有空余摊位。请先与菜场签好摊位费减免协议并试行一个月，仍有困难的再报。",
  },
  {
    problemKey: "wjc-15",
    code: "notCoordinated",
    explanation:
      "材料只写“正在沟通”，尚未与广场管理企业、派出所形成书面意见。请先开一次协调会，附会议记录后在下次征集期内重报。",
  },
  {
    problemKey: "lqt-09",
    code: "outOfScope",
    explanation:
      "对口学校由教育部门依法按年度划定并公布，个别小区不作单独调整；与开发企业的合同争议请通过诉讼或仲裁解决，街道可协助申请法律援助。",
  },
  {
    problemKey: "lqt-10",
    code: "solvableByUnit",
    explanation:
      "枯死行道树属于日常养护，区绿化市容局已可直接安排，本次转日常派单，不列入会商议题，补植情况会答复街道。",
  },
  {
    problemKey: "dhm-06",
    code: "incomplete",
    explanation:
      "在建加层应随报现场照片、停工通知书和房屋权属材料，目前三项均缺，无法判断应由谁立案。请补齐后当日重报，紧急情况先行断电停工。",
  },
  {
    problemKey: "dhm-10",
    code: "skipsLevel",
    explanation:
      "个别箱房清运时间可由街道与作业单位商定，尚未经街道协调即要求全区调整。请先由街道召集环卫作业方和居民代表商量。",
  },
  {
    problemKey: "dhm-11",
    code: "outOfScope",
    explanation:
      "对工作人员的投诉已由街道纪工委受理，会商日不研究个人处理事项，答复将由受理单位直接告知反映人。",
  },
  {
    problemKey: "xcz-08",
    code: "notCoordinated",
    explanation:
      "农户侧线路整治需要先明确产权分界和愿意分担费用的户数，材料未附供电所的勘查意见。请镇、村和供电所先现场会商一次。",
  },
  {
    problemKey: "xcz-10",
    code: "notCoordinated",
    explanation: "村委会尚未与当事人谈过，停放位置在村内即可商定。请先由村民议事会协商，不宜直接提到区里。",
  },
  {
    problemKey: "yxj-09",
    code: "outOfScope",
    explanation:
      "邻里生活噪声属于相邻关系，生态环境部门不作监测处罚。请继续由人民调解委员会调解，必要时可报警取证后起诉。",
  },
  {
    problemKey: "yxj-11",
    code: "incomplete",
    explanation:
      "材料没有说明补贴对象、标准、期限和资金来源，也未征求主管部门意见，无法形成待决问题。请补充测算后按政策建议渠道提交。",
  },
  {
    problemKey: "bzp-09",
    code: "solvableByUnit",
    explanation: "两处水果摊可迁入街道现有的便民摊点，街道即可办理。请先安排点位并告知摊主，不必报区里取缔。",
  },
  {
    problemKey: "bzp-10",
    code: "notCoordinated",
    explanation:
      "请先与学校商定课后服务延时的可能，再由居民区落实场地和志愿者。三方意见齐备后，确需区里支持的再报。",
  },
  {
    problemKey: "qsy-09",
    code: "outOfScope",
    explanation:
      "界址已由法院生效判决确认，会商日不能改变司法裁判。对判决不服的，可依法申请再审，镇司法所可提供咨询。",
  },
  {
    problemKey: "qsy-10",
    code: "skipsLevel",
    explanation: "网格员只劝导过一次，未经镇综合执法队处置即报区级。请先由镇执法队约谈药店并留存记录。",
  },
  {
    problemKey: "hft-09",
    code: "solvableByUnit",
    explanation: "修剪绿篱由驻点养护班当日即可完成，已转街道直接处理，不列入议题。",
  },
  {
    problemKey: "hft-10",
    code: "outOfScope",
    explanation:
      "案件侦办中不能公开嫌疑人个人信息，会商日也不研究个案侦查。请关注警方通报，街道会继续组织防骗宣传。",
  },
  {
    problemKey: "jjl-09",
    code: "skipsLevel",
    explanation:
      "犬只收容可由街道联系收容单位，居委会尚未向街道提出。请先由街道安排一次收容和劝导投喂，效果不好的再报。",
  },
  {
    problemKey: "jjl-10",
    code: "outOfScope",
    explanation:
      "遗嘱效力和遗产分割属于民事纠纷，行政机关无权认定。请向公证机构咨询或向法院起诉，公共法律服务窗口可以协助。",
  },
  {
    problemKey: "sts-09",
    code: "solvableByUnit",
    explanation:
      "楼道小广告由物业清洗、街道执法队取证处罚即可，请建立清洗台账，连续两个月仍无效的再报专项整治。",
  },
  {
    problemKey: "sts-11",
    code: "impromptu",
    explanation:
      "本事项是征集截止后临时提出的，未经街道专题研究，也未征求教育部门意见，不能列入本次会商日。可在下次征集期内按规划建议提交。",
  },
  {
    problemKey: "ncd-09",
    code: "solvableByUnit",
    explanation:
      "流动烧烤车仅一辆，街道执法队可以单独处置。请调整夜间巡查时间并立案一次，不需要区级部门联合。",
  },
  {
    problemKey: "ncd-10",
    code: "skipsLevel",
    explanation: "果皮箱由养护单位库存即可调换，街道尚未报养护单位就直接报区里。请先走日常报修。",
  },
  {
    problemKey: "ncd-11",
    code: "incomplete",
    explanation:
      "材料没有涉及人数、政策依据和档案认定办法，且主管的人社部门不在被征求意见之列。请补充后由信访渠道转送。",
  },
  {
    problemKey: "fyl-10",
    code: "impromptu",
    explanation:
      "该事项系会前临时加报，且按一般设施流程即可向交警部门申请施划。请镇先提交申请，会商日不作临时动议。",
  },
  {
    problemKey: "fyl-11",
    code: "incomplete",
    explanation:
      "建议没有说明参保范围、保费测算和资金来源，尚不构成可以决定的问题。请先做可行性调研，再由镇提出具体方案。",
  },
];
