/** Classes of problems; the first four are named for the consultation day itself. */
export const problemClass = {
  illegalBuilding: "五违四必",
  publicFacilities: "公共设施",
  construction: "工程建设",
  environment: "环境脏乱",
  traffic: "道路交通",
  greenery: "园林绿化",
  cityAppearance: "市容景观",
  streetOrder: "街面秩序",
  utilities: "水电气热",
  housing: "房屋住宅",
  publicSafety: "公共安全",
  communityService: "社区服务",
  other: "其他",
};
