import type { z } from "zod";
import type { listSchemas } from "./ruleLists";

type Given = z.input<typeof listSchemas.classes>[number];

const day = "基层会商日的做法";
const five = "“五违四必”综合整治";
const component = "城市管理部件分类";
const event = "城市管理事件分类";

/** A class below another: its place, code, names, source, and the words by which files name it besides. */
function below(parent: string) {
  return (code: string, zh: string, en: string, source: string, ...words: string[]): Given => ({
    ...{ code, zh, en, parent, source, words },
  });
}

function top(code: string, zh: string, en: string, ...words: string[]): Given {
  return { code, zh, en, source: day, words };
}

const illegal = below("illegalBuilding");
const facility = below("publicFacilities");
const works = below("construction");
const environment = below("environment");
const other = below("other");

/** The classes of practice: the five of the consultation day, and below them the finer ones. */
export const usualClasses: Given[] = [
  top("illegalBuilding", "违法建筑", "Illegal building", "违章搭建", "违建", "五违四必"),
  illegal("illegalLandUse", "违法用地", "Illegal use of land", five),
  illegal("illegalTrade", "违法经营", "Trading without a licence", five, "无证经营", "无照经营"),
  illegal("illegalDischarge", "违法排污", "Illegal discharge", five, "偷排"),
  illegal("illegalDwelling", "违法居住", "Unlawful dwelling", five, "群租"),
  top("publicFacilities", "公共设施", "Public facilities", "市政设施", "设施"),
  facility("traffic", "交通出行", "Traffic", component, "交通运输", "交通", "停车", "transportation"),
  facility(
    ...(["utilities", "水电气热", "Water, power, gas, heat", day] as const),
    ...["水电燃气", "公用事业", "供水", "供电", "燃气", "供热", "utilities"],
  ),
  facility("greenery", "园林绿化", "Greenery", component, "绿化"),
  top(
    "construction",
    "建设工程",
    "Construction works",
    "工程施工",
    "施工",
    "工地",
    "城乡建设",
    "construction",
  ),
  works("roadWorks", "道路掘路", "Road works", event, "道路开挖", "占路施工"),
  works("siteNuisance", "工地扰民", "Nuisance from sites", event, "夜间施工", "施工噪声", "施工扬尘"),
  top(
    ...(["environment", "环境脏乱", "Messy environment"] as const),
    ...["环境卫生", "环境保护", "生态环境", "脏乱差", "环境", "environment"],
  ),
  environment("cityAppearance", "市容市貌", "City appearance", component, "市容"),
  environment("advertising", "户外广告", "Outdoor advertising", event, "广告店招", "店招"),
  environment("streetOrder", "街面秩序", "Street order", event, "占道经营", "街面"),
  top("other", "其他", "Other"),
  other("housing", "住房物业", "Housing", day, "住房保障", "住房", "物业"),
  other("publicSafety", "公共安全", "Public safety", event, "消防", "安全隐患"),
  other(
    ...(["communityService", "公共服务", "Public services", day] as const),
    ...["社区服务", "教育文体", "卫生计生", "劳动和社会保障", "民政", "communityservice"],
  ),
];
