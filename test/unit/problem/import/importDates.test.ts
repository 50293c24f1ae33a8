import { describe, expect, it } from "vitest";
import { dateOrderOf, readDate } from "~/problem/import/dates";

describe("dates of an imported file", () => {
  it.each([
    ["2020/1/6 12:09:38", "2020-01-06T04:09:38.000Z"],
    ["2020-01-06", "2020-01-06"],
    ["2020年1月6日", "2020-01-06"],
    ["2020.1.6 08:30", "2020-01-06T00:30:00.000Z"],
    ["20200106", "2020-01-06"],
    ["2020-01-06T04:09:38Z", "2020-01-06T04:09:38.000Z"],
    ["01/08/2015 08:28:58 AM", "2015-01-08T00:28:58.000Z"],
    ["01/08/2015 12:05:00 PM", "2015-01-08T04:05:00.000Z"],
    ["01/08/2015 12:05:00 AM", "2015-01-07T16:05:00.000Z"],
    ["43836", "2020-01-06"],
    ["43836.5", "2020-01-06T04:00:00.000Z"],
  ])("reads %s", (cell, date) => {
    expect(readDate(cell, "monthFirst")).toBe(date);
  });

  it.each(["", "昨天", "2020-13-01", "2020-02-30", "31/12/2020", "999999", "12:00", "2020/1/6 25:00"])(
    "does not take %s for a date",
    (cell) => {
      expect(readDate(cell, "monthFirst")).toBeUndefined();
    },
  );

  it("learns from the whole column whether the day comes first", () => {
    expect(dateOrderOf(["03/04/2015", "25/04/2015"])).toBe("dayFirst");
    expect(dateOrderOf(["03/04/2015", "04/25/2015"])).toBe("monthFirst");
    expect(readDate("03/04/2015", "dayFirst")).toBe("2015-04-03");
  });
});
