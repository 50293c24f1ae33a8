import { describeDemo } from "../../builders/demoDistrict";

// A Sunday after this month's usual day. Further days of the year: test/slow.
describeDemo(["2026-11-22T06:00:00.000Z"]);
