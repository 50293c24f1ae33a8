import { expect, it } from "vitest";
import { navigationFor, sectionAt } from "~/access/navigation";

const office = navigationFor({ role: "office" }, "2026-11-10");

it.each([
  ["/desk/plan/2026", "plan"],
  ["/desk/takeover", "plan"],
  ["/desk/rules", "plan"],
  ["/desk/rules/proposal", "plan"],
  ["/desk/days/2026-10/agenda", "day"],
  ["/desk/deviations/one", "day"],
  ["/desk/topics", "problems"],
  ["/desk/resources/needs/new", "problems"],
  ["/desk/problems/YC-2026-0001", "problems"],
  ["/desk/duties/basic-1", "units"],
  ["/desk/handover/one", "units"],
  ["/desk/outbox", "ledger"],
])("marks in the navigation where %s belongs", (pathname, key) => {
  expect(sectionAt(office, pathname)?.key).toBe(key);
});

it("marks nothing on pages of one's own, and no section that the reader has not", () => {
  for (const pathname of ["/desk", "/desk/notices", "/desk/account", "/desk/accounts"])
    expect(sectionAt(office, pathname)).toBeUndefined();
  const admin = navigationFor({ role: "admin" }, "2026-11-10");
  expect(sectionAt(admin, "/desk/topics")).toBeUndefined();
  expect(sectionAt(admin, "/desk/accounts/one")?.key).toBe("accounts");
});
