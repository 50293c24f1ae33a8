import type { Field } from "./field";

/** How things are told in daily speech: what hinders, what is missing, who is hit. */
export const daily: readonly Field[] = [
  {
    key: "effects",
    classes: [],
    isCircumstance: true,
    concepts: `
影响生活 影响居民 不方便 不便 生活不便 麻烦 难受 受不了 吃不消 苦不堪言 怨声载道 遭罪
关窗 不敢开窗 窗户不敢开 开窗 闷 门窗紧闭
小孩老人 老小 婴儿 宝宝 孕妇 老人家 体弱
外地人 陌生人 外来人员 外来人口 流动人口 生人
夏天 高温 天热 酷暑 大热天 炎热 三伏天 热天 暑天
冬天 天冷 结冰 冰 下雪 积雪 雪 冻 水管冻 寒潮 扫雪
节假日 周末 过年 春节 双休日 假日 长假
出行难 走不了 出不了门 绕路走 绕一大圈 绕远 多走 兜圈子`,
  },
  {
    key: "lacking",
    classes: [],
    isCircumstance: true,
    concepts: `
缺少 没有 缺乏 不足 空白 太少 不够 没一个 一个都没有 少
增设 加装 新增 增加 安装 装一个 建一个 设置 新建 配备 希望有 盼
恢复 重新 重开 复开 开放 不开放 锁着 关着 不让进 封闭 上锁 大门紧锁 铁将军
取消 撤销 撤掉 拆走 搬走 撤并 关掉 停办
延长 太短 时间短 提前 缩短 来不及`,
  },
  {
    key: "waterWorks",
    classes: ["other"],
    concepts: `
洪水 决堤 管涌 山洪
水库 大坝 蓄水
打井 地下水 水井 井水`,
  },
  {
    key: "cemetery",
    classes: ["other", "communityService"],
    concepts: `
墓地 坟 坟墓 散坟 公墓 骨灰 墓 骨灰堂 迁坟 安葬
殡仪 火化 治丧 遗体`,
  },
  {
    key: "sewageVehicles",
    classes: ["traffic", "cityAppearance"],
    concepts: `
洒水车 扫路车 环卫车 垃圾车 冲路 清扫车
房车 面包车 大巴 旅游大巴 旅游车 校车停放
拖车 拖走 清障 贴条 罚单 抓拍 电子警察 罚款 交警
代驾 平衡车 滑板车 滑板 轮滑`,
  },
  {
    key: "tourism",
    classes: ["communityService", "cityAppearance"],
    concepts: `
游客 景区 旅游 古镇 网红 打卡 景点 人流 拍照 直播 主播 参观
历史建筑 文物 保护建筑 古树 古建筑 古树名木 名人故居 古桥 碑 祠堂
露营 帐篷 野餐 天幕`,
  },
  {
    key: "data",
    classes: ["communityService"],
    concepts: `
个人信息 隐私泄露 信息泄露 骚扰电话 推销电话
地址 门牌号 门牌 楼号 编号 定位 导航
停车诱导 指引 提示 告知 通知 不通知 没通知 事先不说`,
  },
  {
    key: "siteDefects",
    classes: ["construction", "housing"],
    concepts: `
基坑 深基坑 打桩开裂 地基 沉降监测 房屋开裂 墙裂 震裂
脚手架 塔吊 吊车 吊装 高空作业 安全网 起重机 支架
工棚 民工宿舍 临时设施 工人宿舍 活动板房 项目部宿舍
电钻装修时间 午休 中午施工 双休日施工 周末施工 午睡`,
  },
  {
    key: "governance",
    classes: ["other"],
    isCircumstance: true,
    concepts: `
职责 职责不清 多头管理 谁负责 归谁管 管辖 边界 交界 两不管 三不管地带 交界处 界限
联合执法 联合检查 牵头 协调 会商 部门配合
信访 投诉 反映 热线 12345 举报 上访 多次反映 打电话 投诉无门
历史遗留 遗留问题 老问题 多年 拖了 好几年 十几年 长期 一直没解决
资金 经费 预算 没钱 钱从哪来 出资 谁出钱 费用谁出 财政 筹资
安全隐患 隐患 危险 不安全 提心吊胆 担心 出人命 害怕 吓人 怕 安全
巡查 检查 抽查 专项检查 督促
整改 责令 限期 处罚 立案 查处 依法处理 查封 关停`,
  },
];
