import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseForm } from "~/access/form.server";
import { fieldsOf, keepFields, largestIndex } from "~/access/formFields";
import { readForm } from "~/access/readForm.server";
import { createPlanForm, editPlanDayForm } from "~/plan/year/planForm";

function formOf(...fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const schema = z.object({
  account: z.string().trim().max(5, { error: "error.tooLong" }),
  password: z.string().optional(),
  units: z.array(z.string()).default([]),
  rows: z
    .array(z.object({ title: z.string(), place: z.object({ street: z.string() }).optional() }))
    .optional(),
});

describe("the fields of a form", () => {
  it("are those of its schema, also inside lists and refinements", () => {
    expect([...fieldsOf(schema)]).toEqual([
      ["account", "once"],
      ["password", "once"],
      ["units", "often"],
      ["units[]", "often"],
      ["rows[].title", "once"],
      ["rows[].place.street", "once"],
    ]);
    expect([...fieldsOf(createPlanForm).keys()]).toContain("days[].windowOpensOn");
    expect(fieldsOf(editPlanDayForm).get("joiningStreetIds")).toBe("often");
  });

  it("are kept, and everything else that was sent is left out", () => {
    const sent = formOf(
      ["intent", "add"],
      ["account", "office"],
      ["account.x", "1"],
      ["account[0]", "1"],
      ["__proto__.account", "1"],
      ["toString", "1"],
      ["__intent__", "{"],
      ["rows[0].toString", "1"],
      ["rows[1].place.street", "east"],
      ["units", "one"],
      ["units", "two"],
      ["units[2]", "three"],
    );
    expect([...keepFields(sent, schema)!]).toEqual([
      ["intent", "add"],
      ["account", "office"],
      ["rows[1].place.street", "east"],
      ["units", "one"],
      ["units", "two"],
      ["units[2]", "three"],
    ]);
  });

  it("cannot be read where one comes twice, or is the thousandth of a list", () => {
    expect(keepFields(formOf(["account", "one"], ["account", "two"]), schema)).toBeNull();
    expect(keepFields(formOf(["intent", "one"], ["intent", "one"]), schema)).toBeNull();
    expect(keepFields(formOf([`rows[${largestIndex}].title`, "x"]), schema)).not.toBeNull();
    expect(keepFields(formOf([`rows[${largestIndex + 1}].title`, "x"]), schema)).toBeNull();
    expect(keepFields(formOf(["units[99999999]", "x"]), schema)).toBeNull();
  });
});

describe("a form that was refused", () => {
  it("goes back with what had been typed and what is wrong, but without the password", () => {
    const read = parseForm(
      formOf(["intent", "add"], ["account", " much too long "], ["password", "secret"], ["x", "y"]),
      schema,
    );
    expect(read.ok || read.answer).toMatchObject({
      init: { status: 422 },
      data: {
        refusal: { code: "invalid", field: "account" },
        reply: { error: { account: ["error.tooLong"] }, initialValue: { account: " much too long " } },
        typed: { intent: "add", account: " much too long " },
      },
    });
    expect(JSON.stringify(read)).not.toContain("secret");
  });

  it("says at its field why the use case refused it, or above all fields", () => {
    const read = parseForm(formOf(["account", "one"], ["password", "secret"]), schema);
    if (!read.ok) throw new Error("not read");
    const atField = read.refused({ code: "postHeld", field: "account" });
    expect(atField).toMatchObject({
      init: { status: 409 },
      data: { reply: { error: { account: ["refusal.postHeld"] } }, typed: { account: "one" } },
    });
    expect(read.refused({ code: "postHeld" }).data.reply?.error).toEqual({ "": ["refusal.postHeld"] });
    expect(JSON.stringify(atField)).not.toContain("secret");
  });
});

describe("what a request carries", () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    new Request("http://localhost/", { method: "POST", body, headers });
  const urlEncoded = { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" };

  async function refusalOf(request: Request): Promise<unknown> {
    const thrown = await readForm(request).then(
      () => null,
      (error: Response) => error,
    );
    return thrown && [thrown.status, await thrown.json()];
  }

  it("is read whichever way the form was written", async () => {
    const fields = { title: "路灯 & 井盖=?", empty: "" };
    const multipart = new FormData();
    for (const [name, value] of Object.entries(fields)) multipart.append(name, value);
    expect(Object.fromEntries(await readForm(post(new URLSearchParams(fields))))).toEqual(fields);
    expect(Object.fromEntries(await readForm(post(multipart)))).toEqual(fields);
    expect([...(await readForm(post("", urlEncoded)))]).toEqual([]);
  });

  it("holds files only where files belong to the form", async () => {
    const form = new FormData();
    form.append("file", new File(["words"], "list.csv"));
    form.append("intent", "upload");
    expect([...(await readForm(post(form))).keys()]).toEqual(["intent"]);
    const read = await readForm(post(form), { megabytes: 1, files: true });
    expect(await (read.get("file") as File).text()).toBe("words");
  });

  it("is refused by its size before it is understood, whatever it says about its length", async () => {
    const chunk = new Uint8Array(300_000).fill(97);
    let left = 4;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
    });
    const streamed = new Request("http://localhost/", {
      ...{ method: "POST", body, headers: urlEncoded, duplex: "half" },
    } as RequestInit);
    expect(await refusalOf(streamed)).toEqual([
      413,
      { refusal: { code: "formTooLarge", values: { megabytes: 1 } } },
    ]);
    expect(left).toBeLessThan(0);
  });

  it("is refused by its fields, and where it breaks off", async () => {
    expect(await refusalOf(post("a=1&".repeat(5_001), urlEncoded))).toEqual([
      413,
      { refusal: { code: "tooManyFields" } },
    ]);
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error("gone")) });
    const request = new Request("http://localhost/", {
      ...{ method: "POST", body: broken, headers: urlEncoded, duplex: "half" },
    } as RequestInit);
    expect(await refusalOf(request)).toEqual([400, { refusal: { code: "formUnreadable" } }]);
    expect(await refusalOf(post("{}", { "Content-Type": "application/json" }))).toEqual([
      415,
      { refusal: { code: "notAForm" } },
    ]);
  });
});
