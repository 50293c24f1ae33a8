import { describeDemo } from "../builders/demoDistrict";

// The first working day of a year; a day of the Spring Festival.
describeDemo(["2027-01-04T01:30:00.000Z", "2026-02-18T03:00:00.000Z"]);
