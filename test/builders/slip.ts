import type { Locator, Page } from "playwright-core";
import { typeUnit } from "./browser";

/** What a slip is filled in with. */
export interface SlipWords {
  text: string;
  /** What is typed of the unit that leads, and its name as it is offered. */
  lead: [typed: string, name: string];
  /** As people say it, or YYYY-MM-DD. */
  due: string;
  measure?: string;
  evidence?: string;
  residentText?: string;
}

/** Adds a slip to the open topic and fills it in until it lacks nothing. Returns it. */
export async function fillSlip(page: Page, words: SlipWords): Promise<Locator> {
  await page.getByRole("button", { name: /^新增议定事项/ }).click();
  const slip = page.locator("article.slip").last();
  await slip.getByLabel("内容", { exact: true }).fill(words.text);
  await typeUnit(slip.getByRole("combobox", { name: "牵头单位" }), ...words.lead);
  await slip.getByRole("textbox", { name: "完成时限" }).fill(words.due);
  if (words.measure) await slip.getByLabel("完成标准").fill(words.measure);
  if (words.evidence) await slip.getByLabel("佐证材料").fill(words.evidence);
  if (words.residentText) await slip.getByLabel("居民表述").fill(words.residentText);
  await slip.getByText("要素齐全").waitFor();
  return slip;
}
