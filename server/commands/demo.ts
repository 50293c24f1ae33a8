import { parseArgs } from "node:util";
import { builtPages } from "../builtPages";
import { announceDemo, startDemo } from "../demo/startDemo";
import { closeOnSignal } from "../signals";
import { startServer } from "../start";

/**
 * `demo [--reset]`: a district to try things on. The first start creates it, later ones keep it; prints the
 * address, the accounts and their password, and serves until it is told to stop.
 */
export async function demo(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { reset: { type: "boolean" } } });
  const { serving, password } = await startDemo(
    (configuration, parts) => startServer(configuration, { ...parts, pages: builtPages }),
    { reset: values.reset },
  );
  closeOnSignal(serving);
  announceDemo(serving.port, password);
  return new Promise(() => undefined);
}
