import { expect, it } from "vitest";
import { readHouseholds } from "~/problem/fact/readHouseholds";

it.each([
  ["120", 120],
  ["120.0", 120],
  ["１２０户", 120],
  [" 1,200 户 ", 1200],
  ["三十户", 30],
  ["一百二十户", 120],
  ["三千零五", 3005],
  ["十二", 12],
  ["两百户", 200],
  ["1 household", 1],
])("reads %s as it stands", (text, count) => {
  expect(readHouseholds(text)).toEqual({ count });
});

it.each([
  ["约120户", 120],
  ["120余户", 120],
  ["近三百户", 300],
  ["80户左右", 80],
  ["500多户", 500],
  ["about 40 households", 40],
])("reads %s as a rough number", (text, count) => {
  expect(readHouseholds(text)).toEqual({ count, taken: true });
});

it.each([
  "",
  "0",
  "-3",
  "整栋楼",
  "3栋120户",
  "120.5",
  "1000000",
  "12月",
  "一二三楼",
  "十几户人家里",
  "1,5户",
  "3 5户",
])("does not take %s for a number of households", (text) => {
  expect(readHouseholds(text)).toBeUndefined();
});
