import { readOptions } from "./options";
import { runParts } from "./parts";
import { tableOf } from "./report";

// Every stock client listens for the end of the process.
process.setMaxListeners(0);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));
try {
  const reports = await runParts(readOptions(process.argv.slice(2)), (report) =>
    process.stdout.write(`${JSON.stringify(report)}\n`),
  );
  process.stderr.write(`${tableOf(reports)}\n`);
  process.exit(reports.every((report) => report.faults.length === 0) ? 0 : 1);
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
