import { builtPages } from "./builtPages";
import { ConfigurationError, readConfiguration } from "./configuration";
import { closeOnSignal } from "./signals";
import { openData, startServer } from "./start";

try {
  const configuration = readConfiguration(process.env);
  closeOnSignal(await startServer(configuration, { database: openData(configuration), pages: builtPages }));
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`Huishang does not start: ${error.message}.\n`);
  process.exitCode = 1;
}
