import { expect, it } from "vitest";
import { safeNext } from "~/access/signIn/signInForm";

it("goes only to paths of this site after signing in", () => {
  expect(safeNext("/desk/tasks?lead=x")).toBe("/desk/tasks?lead=x");
  for (const hostile of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "",
    null,
  ])
    expect(safeNext(hostile)).toBe("/desk");
});
