import type { z } from "zod";
import type { districtFile } from "~/unit/districtForm";

type District = z.input<typeof districtFile>;

const unit = (
  slug: string,
  kind: District["units"][number]["kind"],
  nameZh: string,
  nameEn: string,
  more = {},
) => ({
  slug,
  kind,
  nameZh,
  nameEn,
  shortZh: nameZh,
  contactZh: `${nameZh}一楼窗口`,
  contactEn: `${nameEn}, ground floor window`,
  ...more,
});

const post = (
  account: string,
  unit: string,
  role: District["posts"][number]["role"],
  titleZh: string,
  name: string,
) => ({
  account,
  unit,
  role,
  titleZh,
  titleEn: titleZh,
  name,
  fromDay: "2024-01-01",
});

/** A district small enough to play two months in: two streets, three departments. */
export const smallTown: District = {
  units: [
    unit("district", "district", "青石区", "Qingshi District"),
    unit("office", "office", "区会商办", "Consultation Office"),
    unit("north", "street", "北桥街道", "Beiqiao Subdistrict", { code: "BQJ" }),
    unit("south", "street", "南塘街道", "Nantang Subdistrict", { code: "NTJ" }),
    unit("north-gate", "community", "北门社区", "North Gate Community", { parent: "north" }),
    unit("works", "department", "区建管委", "Construction Commission"),
    unit("greening", "department", "区绿化市容局", "Greening Bureau"),
    unit("water", "department", "区水务局", "Water Bureau"),
  ],
  posts: [
    post("admin", "office", "admin", "系统管理员", "管立"),
    post("office", "office", "office", "主任", "陈明"),
    post("leader", "district", "leader", "副区长", "林志"),
    post("street-north", "north", "street", "主任", "周安"),
    post("street-south", "south", "street", "主任", "吴平"),
    post("dept-works", "works", "department", "科长", "郑工"),
    post("dept-greening", "greening", "department", "科长", "方青"),
    post("dept-water", "water", "department", "科长", "江清"),
  ],
  duties: [
    {
      number: 1,
      problemClass: "publicFacilities",
      matter: "道路养护",
      unit: "works",
      basis: "《城市道路管理条例》",
    },
  ],
  rules: { title: "会商日规则", documentNumber: "青会〔2026〕1号" },
};
