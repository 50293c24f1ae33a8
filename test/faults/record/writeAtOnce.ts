import type { Findings, Orders } from "../parts";
import { writeOverSockets } from "./writeOverSockets";
import { writeWithoutPage } from "./writeWithoutPage";

/** Lets people write at once in the same lines: by many seeds without a page, and over sockets for a part of the time. */
export async function writeAtOnce(orders: Orders): Promise<Findings> {
  const began = performance.now();
  const half = began + (orders.until - began) / 2;
  const alone = await writeWithoutPage({ ...orders, until: half });
  const kills = orders.brief ? 1 : Math.max(1, Math.floor(orders.wanted / 10));
  const together = await writeOverSockets({ ...orders, wanted: kills });
  return {
    figures: {
      ...alone.figures,
      ...Object.fromEntries(
        Object.entries(together.figures).map(([name, value]) => [`overSockets.${name}`, value]),
      ),
    },
    faults: [...alone.faults, ...together.faults],
  };
}
