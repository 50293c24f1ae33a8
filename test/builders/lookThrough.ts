import type { Page } from "playwright-core";

/** The office looks at what residents will read of an issued day, in which nothing is marked, and publishes all of it. */
export async function lookThrough(office: Page, month: string): Promise<void> {
  await office.goto(`/desk/days/${month}/publish`);
  await office.getByRole("heading", { name: /^等待核对/ }).waitFor();
  await office.getByRole("button", { name: /^公开/ }).first().click();
  await office.getByRole("heading", { name: /^等待核对/ }).waitFor({ state: "hidden" });
}
