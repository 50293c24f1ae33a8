import { expect, it } from "vitest";
import { saidFileName } from "~/value/fileName";

it.each([
  ["清单.xlsx", "清单.xlsx"],
  ["C:\\桌面\\清单.xlsx", "清单.xlsx"],
  ["../../清单.xlsx", "清单.xlsx"],
  ["清\u202exslx.单\u0000.xlsx", "清xslx.单.xlsx"],
  ["清单\r\nX-Name: 1.xlsx", "清单 X-Name: 1.xlsx"],
  [`${"长".repeat(199)}😀.xlsx`, "长".repeat(199)],
])("says the name of a file that was brought: %j", (sent, said) => {
  expect(saidFileName(sent)).toBe(said);
});
