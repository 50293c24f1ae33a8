import type { DemoDecision } from "./shapes";

export const wjcDecisions1: DemoDecision[] = [
  {
    problemKey: "wjc-01",
    discussion: [
      "街道介绍，该搭建压占小区消防通道，已两次上门，街道执法队缺少规划认定意见，案卷不能闭合。",
      "区规划资源局表示，调取竣工图后可在十个工作日内出具认定意见；区房管局提出由物业配合提供登记信息。",
      "会议认为，消防通道属于生命通道，应当先恢复净宽，再处理其他争议，当事人陈述申辩的权利要保障到位。",
    ],
    outcome: "passed",
    resolutions: [
      {
        text: "由区城管执法局牵头，区规划资源局、区房管局、五角场街道配合，在规定时限内完成违法建筑认定、限期拆除告知和依法拆除，恢复消防通道净宽不少于4米。",
        residentText:
          "12弄北门那处外扩的天井要拆，救护车、消防车的路恢复到四米宽。住户有申辩的权利，按程序办。",
        leadSlug: "urban-management",
        assistSlugs: ["planning", "housing", "wjc"],
        dueInDays: 45,
        milestones: [
          { text: "出具规划认定意见，送达告知书", inDays: 10 },
          { text: "当事人自拆或进入代拆程序", inDays: 30 },
          { text: "拆除完毕、清运建筑垃圾并复测净宽", inDays: 42 },
        ],
        measure: "扩建部分全部拆除，通道最窄处复测不小于4米",
        evidence: "拆除前后照片、复测记录、居民代表签字的见证单",
        resource: "people",
        resourceText: "区城管执法局派两人驻点，街道配一名联络员",
      },
    ],
    progress: [
      "规划部门出具认定意见，认定扩建约6.2平方米未取得许可，告知书已送达。",
      "当事人提交书面申辩，经复核不采纳，同意自行拆除，请求延后三日。",
      "扩建墙体和门已自拆，垃圾由物业清运，地面待修补。",
    ],
    handledClaim: "扩建部分已拆除，通道净宽复测4.1米，地面已找平。",
    verification: { solved: true, note: "街道会同两名居民代表现场核查，试行救护车通行顺畅，确认解决。" },
    residentOutcome: "外扩的天井已经拆掉，救护车现在能直接开到单元门口。",
  },
  {
    problemKey: "wjc-04",
    discussion: [
      "区建管委承认移交手续遗漏，原因是改建项目竣工时照明设备尚在质保期。",
      "供电公司表示，表箱不属其资产，但可以配合核实容量并先行接火；云川市政养护称只要有移交单即可纳入合同。",
      "九井里街道代表列席反映西段情况相同，会议认为应当一并解决，不再各报各的。",
    ],
    outcome: "passed",
    resolutions: [
      {
        text: "由区建管委牵头，云川市政养护、云川供电及五角场街道、九井里街道配合，在规定时限内完成顺安路全线照明设施临时移交，先行亮灯，再补办资产移交。",
        residentText: "顺安路东段和西段的路灯一起修，先把灯亮起来，手续随后补。",
        leadSlug: "construction",
        assistSlugs: ["city-works", "power", "wjc", "jjl"],
        dueInDays: 60,
        milestones: [
          { text: "完成设施清点和临时移交单签署", inDays: 15 },
          { text: "东段28盏通电亮灯", inDays: 35 },
          { text: "西段16盏通电亮灯，纳入日常巡查", inDays: 55 },
        ],
        measure: "两段44盏路灯连续亮灯七日，夜间照度检测合格",
        evidence: "临时移交单、亮灯照片、照度检测表",
        resource: "money",
        resourceText: "照明恢复经费由区建管委在年度养护经费中安排",
      },
    ],
    progress: [
      "清点发现东段有三根灯杆基础开裂，已先行拆除待换。",
      "东段电缆断点找到，为改建时挖断，已接通25盏。",
      "西段表箱更换完成，全部亮灯，三根新灯杆已立。",
    ],
    handledClaim: "顺安路东西两段路灯全部亮灯，已纳入夜间巡查，临时移交单签署完毕。",
    verification: {
      solved: true,
      note: "街道夜间巡查三次，44盏全亮；居民代表反映学生晚自习回家路上已无黑段。",
    },
    residentOutcome: "顺安路的灯都亮了，以后坏了由养护单位巡查，居民也可以直接报到街道窗口。",
  },
  {
    problemKey: "wjc-05",
    discussion: [
      "云川通信表示，弄内线缆涉及四家企业，认领率仅六成，无主线无人承担剪除责任。",
      "云川供电提出，其中部分为广告灯箱私拉电线，应由产权人自行处理。",
      "会议原则同意“先认线、后剪除、再入槽”，入地工程需待弄内路面改造时一并实施，入地费用另行研究。",
    ],
    outcome: "passedInPrinciple",
    resolutions: [
      {
        text: "由云川通信联合服务中心牵头，云川供电、区城管执法局、五角场街道配合，于约定期限前完成书院弄线缆认领公告、无主废线剪除和入槽绑扎，最低离地高度不低于3.5米。",
        residentText: "书院弄的线先贴告示认领，没人认的剪掉，留下的归到线槽里，人走过去不会再碰头。",
        leadSlug: "telecom",
        assistSlugs: ["power", "urban-management", "wjc"],
        dueInDays: 90,
        milestones: [
          { text: "公告认线期满，登记完成", inDays: 20 },
          { text: "剪除无主废线", inDays: 60 },
          { text: "线槽安装、标牌挂设", inDays: 85 },
        ],
        measure: "弄内线缆全部入槽，最低点不低于3.5米，每根线缆有标牌",
        evidence: "认领登记表、施工前后照片、断网恢复记录",
        resource: "people",
        resourceText: "四家运营企业各派一支施工班组，由云川通信统一排期",
      },
    ],
    progress: [
      "公告期内新增认领11根，剩余按无主线处理。",
      "剪除废线约1.2吨，误剪两户宽带，当天恢复并登门致歉。",
      "线槽安装至21号，高温期间调整为早晚施工。",
    ],
    handledClaim: "线缆已入槽，最低点3.7米，标牌挂设完毕。",
    verification: { solved: true, note: "街道和居民代表逐户核对，宽带、固话均正常，无新增投诉。" },
    residentOutcome: "头顶的乱线清了，弄口装了线槽，以后哪根线是谁家的，看牌子就知道。",
  },
  {
    problemKey: "wjc-06",
    discussion: [
      "区生态环境局表示，净化设备闲置可以处罚，但无专用烟道是根本问题，一家一家罚解决不了。",
      "区市场监管局提出，五家登记为小吃店，超范围从事烧烤，可以责令改正；区城管执法局表示对占道部分一并查处。",
      "会议认为，对有条件接烟道的限期改造，无条件的引导转为轻餐饮，给商户三个月缓冲，但不得影响夏季居民休息。",
    ],
    outcome: "passed",
    resolutions: [
      {
        text: "由区生态环境局牵头，区城管执法局、区市场监管局、五角场街道配合，在规定时限内对铁桥路五家餐饮店逐店出具整改意见，无专用烟道且无法改造的，停止产生油烟的经营项目。",
        residentText: "铁桥路五家店一店一策：能装烟道的限期装，装不了的改卖不冒油烟的东西。",
        leadSlug: "ecology",
        assistSlugs: ["urban-management", "market-supervision", "wjc"],
        dueInDays: 75,
        milestones: [
          { text: "逐店检测，送达整改意见书", inDays: 15 },
          { text: "三家完成烟道改造或转业态", inDays: 45 },
          { text: "复测，未达标的停止油烟项目", inDays: 70 },
        ],
        measure: "五家店油烟排放检测合格或转为无油烟业态，连续三十日居民投诉不超过两件",
        evidence: "检测报告、整改意见书、商户承诺书",
        resource: "none",
        resourceText: "",
      },
    ],
    progress: [
      "五家店检测完毕，三家超标；其中两家房东同意搭设外置烟道。",
      "一家改卖冷饮，一家停止烧烤、保留面食。",
      "外置烟道安装时二层住户反对位置，已由街道协调改至东墙。",
    ],
    handledClaim: "五家店均达标或转业态，夜间抽查三次无超标。",
    verification: { solved: false, note: "街道核查时居民反映火锅店周末仍有油烟，复测一次超标，转为返工。" },
    residentOutcome: "大部分店改好了，火锅店周末还冒油烟，正让它返工，改好前不准在夜里炸烧。",
  },
];
