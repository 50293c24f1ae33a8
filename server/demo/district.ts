import type { DistrictInput } from "~/unit/install.server";

/** The demo district's units and posts; every account has the same password. */
export function demoDistrict(passwordHash: string): DistrictInput {
  return {
    units: [
      {
        slug: "district-office",
        kind: "office",
        nameZh: "云川区会商工作办公室",
        nameEn: "Yunchuan Consultation Office",
        shortZh: "区会商办",
        contactZh: "区政务服务中心二楼会商窗口",
        contactEn: "Consultation window, second floor of the district service centre",
      },
    ],
    posts: [
      {
        unit: "district-office",
        role: "office",
        titleZh: "主任",
        titleEn: "Director",
        holders: [{ account: "office", name: "陈立新", passwordHash, fromDay: "2024-01-01" }],
      },
    ],
    duties: [],
  };
}
